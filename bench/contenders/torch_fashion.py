"""Whole trainings on Fashion-MNIST by PyTorch; each line is answered by one, from another seed."""
from slices import answer_each, arguments, cpu_seconds, load

task = arguments()
import torch
from torch import nn

torch.set_num_threads(1)
x, y = (torch.from_numpy(each) for each in load('pictures'))
test_x, test_y = (torch.from_numpy(each) for each in load('pictures', 't10k'))
cross_entropy = nn.CrossEntropyLoss()
batch, until = task['batch'], task.get('until')
seed = 0


def model_of():
    layers = []
    for n_inputs, n_outputs in zip(task['sizes'], task['sizes'][1:]):
        layers += [nn.Linear(n_inputs, n_outputs), {'relu': nn.ReLU, 'sigmoid': nn.Sigmoid}[task['activation']]()]
    return nn.Sequential(*layers[:-1])


def evaluate(model):
    with torch.no_grad():
        logits = model(test_x)
        accuracy = (logits.argmax(1) == test_y).float().mean().item()
        return {'accuracy': accuracy, 'loss': cross_entropy(logits, test_y).item()}


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
            if until and steps % until['every'] == 0:
                cpu += cpu_seconds() - started_at
                if evaluate(model)['accuracy'] >= until['accuracy']:
                    return {'cpu': cpu, 'steps': steps, 'reached': True}
                started_at = cpu_seconds()
    cpu += cpu_seconds() - started_at
    return {'cpu': cpu, 'steps': steps, 'reached': False, **evaluate(model)}


def answer():
    global seed
    seed += 1
    return training()


training(500)
answer_each(answer)
