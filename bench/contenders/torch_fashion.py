"""Whole trainings on Fashion-MNIST by PyTorch; each line is answered by one, from another seed."""
from slices import answer_each, arguments, cpu_seconds, load

task = arguments()
import torch
from torch import nn

torch.set_num_threads(1)
x, y = (torch.from_numpy(each) for each in load('pictures'))
test_x, test_y = (torch.from_numpy(each) for each in load('pictures', 't10k'))
cross_entropy = nn.CrossEntropyLoss()
batch = task['batch']
seed = 0


def model_of():
    layers = []
    for n_inputs, n_outputs in zip(task['sizes'], task['sizes'][1:]):
        layers += [nn.Linear(n_inputs, n_outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def accuracy_of(model):
    with torch.no_grad():
        return (model(test_x).argmax(1) == test_y).float().mean().item()


def training(max_steps=None):
    """Looking at the test part does not count as training."""
    torch.manual_seed(seed)
    model = model_of()
    optimizer = torch.optim.SGD(model.parameters(), lr=task['learningRate'])
    cpu, steps, started_at = 0.0, 0, cpu_seconds()
    for _ in range(task['epochs']):
        for rows in torch.randperm(len(x)).split(batch):
            optimizer.zero_grad(set_to_none=True)
            cross_entropy(model(x[rows]), y[rows]).backward()
            optimizer.step()
            steps += 1
            if steps == max_steps:
                return None
            if steps % task['until']['every'] == 0:
                cpu += cpu_seconds() - started_at
                if accuracy_of(model) >= task['until']['accuracy']:
                    return {'cpu': cpu, 'steps': steps, 'reached': True}
                started_at = cpu_seconds()
    return {'cpu': cpu + cpu_seconds() - started_at, 'steps': steps, 'reached': False}


def answer():
    global seed
    seed += 1
    return training()


training(500)
answer_each(answer)
