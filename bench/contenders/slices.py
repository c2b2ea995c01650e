"""A contender's side of the benchmark: data, and slices of training that are measured one by one."""
import gzip
import json
import os
import resource
import sys
import time

FOLDER = '/usr/share/datasets/fashion-mnist/'


def arguments():
    """The net to train, as the runner gives it; one thread everywhere, before any library starts its own."""
    os.environ['OMP_NUM_THREADS'] = os.environ['OPENBLAS_NUM_THREADS'] = '1'
    return json.loads(sys.argv[1])


def load(kind):
    """(samples, inputs) float32 and (samples) class indices."""
    import numpy as np
    if kind == 'points':
        random = np.random.RandomState(7)
        x = (random.rand(1024, 2) * 2 - 1).astype(np.float32)
        return x, (x[:, 0] * x[:, 1] > 0).astype(np.int64)
    images = gzip.open(FOLDER + 'train-images-idx3-ubyte.gz').read()
    labels = gzip.open(FOLDER + 'train-labels-idx1-ubyte.gz').read()
    x = np.frombuffer(images, np.uint8, offset=16).reshape(-1, 784).astype(np.float32) / 255
    return x, np.frombuffer(labels, np.uint8, offset=8).astype(np.int64)


def batches(n_samples, size):
    """Numbers of the samples of one batch after the other, without end, in one random order."""
    import numpy as np
    order = np.random.RandomState(0).permutation(n_samples)
    while True:
        for start in range(0, n_samples - size + 1, size):
            yield order[start:start + size]


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def serve(train, batch):
    """Calibrates `train(n_steps)`, then measures a slice for each line that comes in; answers samples per CPU second."""
    n_steps, taken = 1, 0.0
    while taken < 0.05:
        n_steps *= 2
        start = time.perf_counter()
        train(n_steps)
        taken = time.perf_counter() - start
    n_steps = max(1, int(n_steps * 0.1 / taken))
    train(n_steps)
    print('ready', flush=True)
    for _ in sys.stdin:
        start = cpu_seconds()
        train(n_steps)
        print(n_steps * batch / (cpu_seconds() - start), flush=True)
