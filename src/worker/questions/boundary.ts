import { z } from 'zod';
import { axisOf, coordinatesOf, gridInputs, planeFeatures } from '../../data/plane';
import type { FloatArray } from '../../engine/array';
import { kernelNamed } from '../../engine/kernels';
import { layerOutputs } from '../../engine/layerOutputs';
import type { Axis, Boundary, ClassPlane, PlaneShape, ValuePlane } from '../../protocol/plane';
import { classLoss, outputNamesOf } from '../outputs';
import type { Model } from '../storedRun';
import { evenly } from './evenly';
import type { Question, Subject } from './question';
import { maxUnits } from './weights';

/** With more classes than this, each point of the grid has its likeliest one only. */
const maxClasses = 16;
/** Samples of a part whose range is looked at. */
const maxSamples = 100_000;

/** What the model makes of the plane of its inputs. */
export const boundary: Question<'boundary'> = {
  params: z.object({
    columns: z.int().min(1).max(200),
    rows: z.int().min(1).max(200),
    unitSize: z.int().min(0).max(60),
  }),
  async answer(subject, shape): Promise<Boundary> {
    const axes = await axesOf(subject);
    const { columns, rows, unitSize } = axes.length > 0 ? shape : { columns: 0, rows: 0, unitSize: 0 };
    return {
      ...{ epoch: subject.epoch, axes, columns, rows, unitSize },
      outputs: outputsOver(subject, axes, { columns, rows }),
      units: unitSize > 0 ? unitsOver(subject, axes, unitSize) : null,
    };
  },
};

async function axesOf(subject: Subject): Promise<Axis[]> {
  const { preprocessing } = subject;
  const features = planeFeatures(preprocessing.features);
  if (features.length === 0) return [];
  const { train, validation } = await subject.dataset();
  const coordinates = [train, validation].flatMap(part =>
    part ? [coordinatesOf(part, evenly(part.rows.length, maxSamples), preprocessing)] : [],
  );
  return features.map(({ name }, f) =>
    axisOf(
      name,
      coordinates.map(axes => axes[f]!),
    ),
  );
}

function outputsOver(model: Model, axes: readonly Axis[], { columns, rows }: Omit<PlaneShape, 'unitSize'>) {
  const { network, loss, kernel, preprocessing } = model;
  const nPoints = rows * columns;
  if (nPoints === 0) return planeOf(model, new Float32Array(), 0);
  const inputs = gridInputs(planeFeatures(preprocessing.features), axes, columns, rows);
  // Nobody looks at the losses, so the targets may be any.
  const targets = preprocessing.task === 'classification' ? Int32Array : Float32Array;
  const examples = { inputs, targets: new targets(nPoints) };
  return planeOf(model, kernelNamed(kernel).evaluate(network, loss, examples).outputs, nPoints);
}

/** @param outputs (points, outputs), of the last layer */
function planeOf(
  { loss: lossName, preprocessing: { target } }: Model,
  outputs: FloatArray,
  nPoints: number,
): ClassPlane | ValuePlane {
  if (target.kind === 'numeric') {
    const values = new Float32Array(outputs).map(value => value * target.scale + target.shift);
    return { kind: 'value', name: target.name, values };
  }
  const loss = classLoss(lossName);
  const nOutputs = outputNamesOf(lossName, target).length;
  const nClasses = target.classes.length;
  const all = new Float32Array(loss.probabilities(outputs, nPoints, nOutputs));
  const predicted = new Uint16Array(nPoints);
  const probability = new Float32Array(nPoints);
  for (let n = 0; n < nPoints; n++) {
    predicted[n] = loss.predict(outputs, n * nOutputs, nOutputs);
    probability[n] = all[n * nClasses + predicted[n]!]!;
  }
  return { kind: 'class', predicted, probability, probabilities: nClasses <= maxClasses ? all : null };
}

function unitsOver(model: Model, axes: readonly Axis[], size: number): Float32Array[] | null {
  const { network, preprocessing } = model;
  const { layers } = network;
  if (layers.some(({ biases }) => biases.length > maxUnits)) return null;
  const nPoints = size * size;
  const inputs = gridInputs(planeFeatures(preprocessing.features), axes, size, size);
  const outputs = layerOutputs(network, inputs, nPoints, [...layers.keys()]);
  const readable = readableOutputs(model, outputs.at(-1)!, nPoints);
  return [inputs, ...outputs.slice(0, -1), readable].map(values => unitByUnit(values, nPoints));
}

/** Outputs as probabilities of the classes that they speak for, or in original units; (points, outputs). */
function readableOutputs(model: Model, outputs: FloatArray, nPoints: number): Float32Array {
  const { loss, preprocessing } = model;
  const { target } = preprocessing;
  if (target.kind === 'numeric')
    return new Float32Array(outputs).map(value => value * target.scale + target.shift);
  const { classes } = target;
  const spoken = outputNamesOf(loss, target).map(name => classes.indexOf(name));
  const probabilities = classLoss(loss).probabilities(outputs, nPoints, spoken.length);
  const readable = new Float32Array(nPoints * spoken.length);
  for (let n = 0; n < nPoints; n++)
    for (const [o, label] of spoken.entries())
      readable[n * spoken.length + o] = probabilities[n * classes.length + label]!;
  return readable;
}

/** (points, units) → (units, points) */
function unitByUnit(values: FloatArray, nPoints: number): Float32Array {
  const nUnits = values.length / nPoints;
  const turned = new Float32Array(values.length);
  for (let n = 0; n < nPoints; n++)
    for (let unit = 0; unit < nUnits; unit++) turned[unit * nPoints + n] = values[n * nUnits + unit]!;
  return turned;
}
