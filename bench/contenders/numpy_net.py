"""NumPy by hand, in place wherever it can be: the hardest of the peers."""
from slices import arguments, batches, load, serve

net = arguments()
import numpy as np

x, y = load(net['data'])
random = np.random.RandomState(0)
shapes = list(zip(net['sizes'], net['sizes'][1:]))
W = [(random.uniform(-1, 1, shape) / np.sqrt(shape[0])).astype(np.float32) for shape in shapes]
b = [np.zeros(n, np.float32) for _, n in shapes]
means = [np.zeros_like(p) for p in W + b]
squares = [np.zeros_like(p) for p in W + b]
rate = np.float32(net['learningRate'])
each = np.arange(net['batch'])
order = batches(len(x), net['batch'])
time = 0


def gradients(rows):
    a = [x[rows]]
    for l, weights in enumerate(W):
        z = a[-1] @ weights
        z += b[l]
        if l < len(W) - 1:
            np.maximum(z, 0, out=z)
        a.append(z)
    dz = a[-1]
    dz -= dz.max(1, keepdims=True)
    of_label = dz[each, y[rows]].copy()
    np.exp(dz, out=dz)
    sums = dz.sum(1, keepdims=True)
    loss = (np.log(sums[:, 0]) - of_label).mean()
    dz /= sums
    dz[each, y[rows]] -= 1
    dz *= np.float32(1 / len(rows))
    dW, db = [], []
    for l in reversed(range(len(W))):
        dW.insert(0, a[l].T @ dz)
        db.insert(0, dz.sum(0))
        if l:
            dz = dz @ W[l].T
            dz *= a[l] > 0
    return loss, dW + db


def sgd(gradient):
    for p, g in zip(W + b, gradient):
        g *= rate
        p -= g


def adam(gradient):
    global time
    time += 1
    step = np.float32(rate / (1 - 0.9 ** time))
    correction = np.float32(1 / np.sqrt(1 - 0.999 ** time))
    for p, g, m, v in zip(W + b, gradient, means, squares):
        m *= np.float32(0.9)
        m += np.float32(0.1) * g
        g *= g
        g *= np.float32(0.001)
        v *= np.float32(0.999)
        v += g
        d = np.sqrt(v)
        d *= correction
        d += np.float32(1e-8)
        np.divide(m, d, out=d)
        d *= step
        p -= d


update = {'sgd': sgd, 'adam': adam}[net['optimizer']]


def train(n_steps):
    for _ in range(n_steps):
        loss, gradient = gradients(next(order))
        update(gradient)


serve(train, net['batch'])
