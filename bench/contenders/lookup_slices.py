"""What the Python contenders of the lookup share: see lookup.ts."""
from slices import arguments

task = arguments()
import numpy as np

N_BATCHES = 32
size, columns, batch = task['size'], task['columns'], task['batch']
i = np.arange(N_BATCHES * batch, dtype=np.int64)
selected = ((i * 7919 + (i * i) % 104729) % size).reshape(N_BATCHES, batch)
targets = (i % columns).reshape(N_BATCHES, batch)


def one_hot():
    """(batch, size): the rows of the first batch as they would be multiplied."""
    x = np.zeros((batch, size), np.float32)
    x[np.arange(batch), selected[0]] = 1
    return x
