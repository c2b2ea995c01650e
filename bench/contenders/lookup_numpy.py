"""The lookup by NumPy: `way` is "rows", or "all" for one-hot rows and gradients as large as the table."""
import sys

from lookup_slices import N_BATCHES, batch, columns, one_hot, selected, size, targets, task
from slices import serve

import numpy as np

way = sys.argv[2]
W = np.full((size, columns), 0.01, np.float32)
z = np.empty((batch, columns), np.float32)
each = np.arange(batch)
rate = np.float32(0.1)
at = 0


def forward_rows():
    global at
    np.take(W, selected[at], axis=0, out=z, mode='clip')
    at = (at + 1) % N_BATCHES


def step():
    """Softmax regression; the gradient of the table is in `z` before the update."""
    rows, labels = selected[at], targets[at]
    forward_rows()
    np.subtract(z, z.max(1, keepdims=True), out=z)
    np.exp(z, out=z)
    np.divide(z, z.sum(1, keepdims=True), out=z)
    z[each, labels] -= 1
    np.multiply(z, np.float32(1 / batch), out=z)
    return rows


def step_rows():
    rows = step()
    np.multiply(z, rate, out=z)
    np.subtract.at(W, rows, z)


if task['task'] == 'forward' and way == 'all':
    x = one_hot()

    def run():
        np.matmul(x, W, out=z)
elif task['task'] == 'forward':
    run = forward_rows
elif way == 'rows':
    run = step_rows
else:
    gradient = np.empty_like(W)

    def run():
        rows = step()
        gradient.fill(0)
        np.add.at(gradient, rows, z)
        np.multiply(gradient, rate, out=gradient)
        np.subtract(W, gradient, out=W)


def repeat(times):
    for _ in range(times):
        run()


serve(repeat, 1)
