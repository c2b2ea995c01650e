"""The lookup by PyTorch: `way` is "rows" (sparse gradients), or "all" for one-hot rows and gradients as large as the table."""
import sys

from lookup_slices import N_BATCHES, columns, one_hot, selected, size, targets, task
from slices import serve

import torch
from torch import nn

torch.set_num_threads(1)
way = sys.argv[2]
selected, targets = torch.from_numpy(selected), torch.from_numpy(targets)
table = nn.Embedding(size, columns, sparse=way == 'rows')
bias = nn.Parameter(torch.zeros(columns))
optimizer = torch.optim.SGD([table.weight, bias], lr=0.1)
cross_entropy = nn.CrossEntropyLoss()
at = 0


def next_batch():
    global at
    at = (at + 1) % N_BATCHES
    return selected[at], targets[at]


def step():
    rows, labels = next_batch()
    optimizer.zero_grad(set_to_none=True)
    cross_entropy(table(rows) + bias, labels).backward()
    optimizer.step()


if task['task'] == 'step':
    run = step
elif way == 'rows':
    def run():
        with torch.no_grad():
            table(next_batch()[0])
else:
    x = torch.from_numpy(one_hot())

    def run():
        with torch.no_grad():
            torch.mm(x, table.weight)


def repeat(times):
    for _ in range(times):
        run()


serve(repeat, 1)
