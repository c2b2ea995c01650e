"""scikit-learn's MLPClassifier, a slice of samples in their order at a time."""
import warnings

from slices import arguments, load, serve

net = arguments()
import numpy as np
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings('ignore')
x, y = load(net['data'])
classes, batch = np.unique(y), net['batch']
model = MLPClassifier(
    hidden_layer_sizes=tuple(net['sizes'][1:-1]), solver=net['optimizer'], batch_size=batch,
    learning_rate_init=net['learningRate'], momentum=0, nesterovs_momentum=False, alpha=0, random_state=0)
at = 0


def train(n_steps):
    global at
    while n_steps:
        n = min(n_steps, (len(x) - at) // batch)
        if n:
            model.partial_fit(x[at:at + n * batch], y[at:at + n * batch], classes=classes)
        n_steps, at = n_steps - n, at + n * batch if n else 0


serve(train, batch)
