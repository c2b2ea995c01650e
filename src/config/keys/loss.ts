import { z } from 'zod';
import type { LossName } from '../../engine/losses';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<'auto' | LossName, string> = {
  auto: '`cross_entropy` for classes, `mse` for numbers.',
  cross_entropy:
    'Softmax and mean negative log-likelihood, for classes. ln K for K classes is guessing evenly; a confident mistake costs most.',
  binary_cross_entropy:
    'Sigmoid and mean negative log-likelihood, for exactly two classes. One output, the logit of the second class (the larger number, or the later in the alphabet), which is predicted where it is above 0. The same model as the softmax of two outputs, with half the last layer: an output is the difference of those two.',
  mse: 'Mean of the squared error, for numbers. Predicts the mean; a row that is ten times as far off counts a hundred times.',
  mae: 'Mean of the absolute error, for numbers. Predicts the median and minds outliers little, but its gradient does not shrink towards the end: lower the learning rate with a schedule.',
  huber:
    'Squared within one standard deviation of the target (½ d²), linear beyond (d − ½). For numbers with outliers, smooth at the end.',
};

export const loss = {
  type: z.enum(namesOf(values)),
  default: 'auto' as const,
  meaning:
    'What training makes small. The error of a number is measured in standard deviations of the target.',
  whyDefault: 'The likelihood of classes, and of numbers with normal noise.',
  values,
  usual:
    '`auto`; `binary_cross_entropy` when each input shall have one weight for or against the second of two classes; `huber` or `mae` when a few targets are far from all others.',
  suggested: [
    { value: 'auto', why: 'first choice' },
    {
      value: 'binary_cross_entropy',
      why: 'for two classes, to read the weights or to compare them with another logistic regression; the two outputs of a softmax share each weight, which halves what `weight_decay` costs',
    },
    { value: 'huber', why: 'for prices, times and other numbers with outliers' },
  ],
  related: ['task', 'label_smoothing', 'class_weights'],
  impact: 'medium',
  source: sources.losses,
} satisfies Key;
