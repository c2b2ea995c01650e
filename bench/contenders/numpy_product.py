"""The same products by NumPy's OpenBLAS; counts floating-point operations."""
from slices import arguments, serve

given = arguments()
import numpy as np

rows, inputs, outputs = given['rows'], given['inputs'], given['outputs']
random = np.random.RandomState(0)
x, w, dz = (random.rand(*shape).astype(np.float32) for shape in ((rows, inputs), (inputs, outputs), (rows, outputs)))
tasks = {
    'forward': (x, w, np.empty((rows, outputs), np.float32)),
    'dX': (dz, w.T, np.empty((rows, inputs), np.float32)),
    'dW': (x.T, dz, np.empty((inputs, outputs), np.float32)),
}
a, b, out = tasks[given['task']]


def run(times):
    for _ in range(times):
        np.matmul(a, b, out=out)


serve(run, 2 * rows * inputs * outputs)
