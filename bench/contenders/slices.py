"""A contender's side of the benchmark: data, and slices of training that are measured one by one."""
import gzip
import json
import os
import resource
import sys
import time

FOLDER = '/usr/share/datasets/fashion-mnist/'


def arguments():
    """What to do, as the runner gives it; the threads are set before any library starts its own."""
    given = json.loads(sys.argv[1])
    os.environ['OMP_NUM_THREADS'] = os.environ['OPENBLAS_NUM_THREADS'] = str(given.get('threads', 1))
    return given


def load(kind, part='train'):
    """(samples, inputs) float32 and (samples) class indices."""
    import numpy as np
    if kind == 'points':
        random = np.random.RandomState(7)
        x = (random.rand(1024, 2) * 2 - 1).astype(np.float32)
        return x, (x[:, 0] * x[:, 1] > 0).astype(np.int64)
    images = gzip.open(FOLDER + part + '-images-idx3-ubyte.gz').read()
    labels = gzip.open(FOLDER + part + '-labels-idx1-ubyte.gz').read()
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


def answer_each(answer):
    """Says that all is ready, and answers each line that comes in."""
    print('ready', flush=True)
    for _ in sys.stdin:
        print(json.dumps(answer()), flush=True)


def serve(run, units):
    """Warms up `run(times)`, then measures a tenth of a CPU second for each line that comes in; `units` are those of one time."""
    times, taken = 1, 0.0
    while taken < 0.05:
        times = times * 2 if taken else 1
        start = cpu_seconds()
        run(times)
        taken = cpu_seconds() - start
    times = max(1, int(times * 0.1 / taken))
    if taken < 1:
        run(times)

    def answer():
        cpu, wall = cpu_seconds(), time.perf_counter()
        run(times)
        return {'units': times * units, 'cpu': cpu_seconds() - cpu, 'wall': time.perf_counter() - wall}

    answer_each(answer)
