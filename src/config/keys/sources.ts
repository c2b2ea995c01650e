/** Where a hint comes from; cited by several keys, so that an address stands once. */
export interface Source {
  readonly title: string;
  readonly url?: string;
}

export const sources = {
  adam: { title: 'Kingma and Ba 2015, Adam', url: 'https://arxiv.org/abs/1412.6980' },
  batchNorm: {
    title: 'Ioffe and Szegedy 2015, Batch Normalization; Ba et al. 2016, Layer Normalization',
    url: 'https://arxiv.org/abs/1502.03167',
  },
  bengio: {
    title: 'Bengio 2012, Practical Recommendations for Gradient-Based Training',
    url: 'https://arxiv.org/abs/1206.5533',
  },
  classWeight: {
    title: 'scikit-learn, compute_class_weight',
    url: 'https://scikit-learn.org/stable/modules/generated/sklearn.utils.class_weight.compute_class_weight.html',
  },
  commonPitfalls: {
    title: 'scikit-learn, Common pitfalls',
    url: 'https://scikit-learn.org/stable/common_pitfalls.html',
  },
  crossValidation: {
    title: 'scikit-learn, Cross-validation',
    url: 'https://scikit-learn.org/stable/modules/cross_validation.html',
  },
  csv: { title: 'RFC 4180, Comma-Separated Values', url: 'https://www.rfc-editor.org/rfc/rfc4180' },
  deepLearningBook: {
    title: 'Goodfellow, Bengio and Courville 2016, Deep Learning, chapter 7',
    url: 'https://www.deeplearningbook.org/contents/regularization.html',
  },
  dropout: {
    title: 'Srivastava et al. 2014, Dropout: A Simple Way to Prevent Neural Networks from Overfitting',
    url: 'https://jmlr.org/papers/v15/srivastava14a.html',
  },
  entityEmbeddings: {
    title: 'Guo and Berkhahn 2016, Entity Embeddings of Categorical Variables',
    url: 'https://arxiv.org/abs/1604.06737',
  },
  glossary: {
    title: 'Google, Machine Learning Glossary',
    url: 'https://developers.google.com/machine-learning/glossary',
  },
  he: { title: 'He et al. 2015, Delving Deep into Rectifiers', url: 'https://arxiv.org/abs/1502.01852' },
  imputation: {
    title: 'scikit-learn, Imputation of missing values',
    url: 'https://scikit-learn.org/stable/modules/impute.html',
  },
  inception: {
    title: 'Szegedy et al. 2016, Rethinking the Inception Architecture',
    url: 'https://arxiv.org/abs/1512.00567',
  },
  karpathy: {
    title: 'Karpathy 2019, A Recipe for Training Neural Networks',
    url: 'https://karpathy.github.io/2019/04/25/recipe/',
  },
  languageModel: {
    title: 'Bengio et al. 2003, A Neural Probabilistic Language Model',
    url: 'https://www.jmlr.org/papers/v3/bengio03a.html',
  },
  losses: {
    title: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 6.2',
    url: 'https://www.deeplearningbook.org/contents/mlp.html',
  },
  mastersLuschi: {
    title: 'Masters and Luschi 2018, Revisiting Small Batch Training',
    url: 'https://arxiv.org/abs/1804.07612',
  },
  mnist: { title: 'LeCun, Cortes and Burges 1998, The MNIST database' },
  notes1: { title: 'CS231n notes, Neural Networks 1', url: 'https://cs231n.github.io/neural-networks-1/' },
  notes3: { title: 'CS231n notes, Neural Networks 3', url: 'https://cs231n.github.io/neural-networks-3/' },
  playground: { title: 'TensorFlow Playground', url: 'https://playground.tensorflow.org' },
  prechelt: {
    title: 'Prechelt 1998, Early Stopping: But When?',
    url: 'https://doi.org/10.1007/3-540-49430-8_3',
  },
  preprocessing: {
    title: 'scikit-learn, Preprocessing data',
    url: 'https://scikit-learn.org/stable/modules/preprocessing.html',
  },
  pythia: {
    title:
      'Biderman et al. 2023, Pythia: A Suite for Analyzing Large Language Models Across Training and Scaling',
    url: 'https://arxiv.org/abs/2304.01373',
  },
  toyDatasets: {
    title: 'scikit-learn, Toy datasets',
    url: 'https://scikit-learn.org/stable/datasets/toy_dataset.html',
  },
  tuningPlaybook: {
    title: 'Google, Deep Learning Tuning Playbook',
    url: 'https://github.com/google-research/tuning_playbook',
  },
  variance: {
    title: 'Bouthillier et al. 2021, Accounting for Variance in Machine Learning Benchmarks',
    url: 'https://arxiv.org/abs/2103.03098',
  },
} as const satisfies Record<string, Source>;
