"""PyTorch as its tutorials write it: Linear, ReLU, CrossEntropyLoss, SGD or Adam (foreach with "foreach" as second argument)."""
import sys

from slices import arguments, batches, load, serve

net = arguments()
import torch
from torch import nn

torch.set_num_threads(net.get('threads', 1))
torch.manual_seed(0)
x, y = (torch.from_numpy(each) for each in load(net['data']))
layers = []
for n_inputs, n_outputs in zip(net['sizes'], net['sizes'][1:]):
    layers += [nn.Linear(n_inputs, n_outputs), nn.ReLU()]
model = nn.Sequential(*layers[:-1])
cross_entropy = nn.CrossEntropyLoss()
options = {'foreach': True} if sys.argv[2:] == ['foreach'] else {}
optimizers = {'sgd': torch.optim.SGD, 'adam': torch.optim.Adam}
optimizer = optimizers[net['optimizer']](model.parameters(), lr=net['learningRate'], **options)
order = (torch.from_numpy(rows) for rows in batches(len(x), net['batch']))


def train(n_steps):
    for _ in range(n_steps):
        rows = next(order)
        optimizer.zero_grad(set_to_none=True)
        cross_entropy(model(x[rows]), y[rows]).backward()
        optimizer.step()


serve(train, net['batch'])
