import type { Network } from '../network';
import type { Arena, Region } from './arena';
import { roundUp } from './panels';

const vectorLength = 4;

/** A table whose rows samples choose, in the memory of a module. */
export interface TablePlan {
  readonly size: number;
  readonly width: number;
  /** Numbers from one row to the next; those that fill up are 0. */
  readonly nColumns: number;
  /** (size, columns) */
  readonly rows: Region;
  /** Which of a sample's choices are made here. */
  readonly firstChoice: number;
  readonly nChoices: number;
  /** The input of the first layer where the first choice's row goes to; null where rows are added to its sums. */
  readonly firstInput: number | null;
}

/** How samples become inputs of the first layer. */
export interface InputPlan {
  /** Numbers of a sample, the first of its inputs. */
  readonly nNumbers: number;
  /** Inputs of the first layer: the numbers, then the embedded choices, then what fills up the last one's vectors. */
  readonly nInputs: number;
  /** The embeddings, then the categories. */
  readonly tables: readonly TablePlan[];
  readonly nChoices: number;
  /** (batch, choices): row numbers, −1 for none. */
  readonly choices: Region;
}

export function planInput(
  arena: Arena,
  { embeddings, categories, layers }: Network,
  nRows: number,
): InputPlan {
  const { weights, biases } = layers[0]!;
  const nDense = weights.length / biases.length - (categories?.size ?? 0);
  const nEmbedded = embeddings.reduce((sum, { width, nChoices }) => sum + width * nChoices, 0);
  const nNumbers = nDense - nEmbedded;
  const tables: TablePlan[] = [];
  let nInputs = nNumbers;
  let nChoices = 0;
  const addTable = (size: number, width: number, nChosen: number, firstInput: number | null) => {
    const nColumns = roundUp(width, vectorLength);
    const rows = arena.reserve(size * nColumns);
    tables.push({ ...{ size, width, nColumns, rows, firstInput }, firstChoice: nChoices, nChoices: nChosen });
    nChoices += nChosen;
  };
  for (const { weights: rows, width, nChoices: nChosen } of embeddings) {
    addTable(rows.length / width, width, nChosen, nInputs);
    nInputs += nChosen * width;
  }
  if (embeddings.length > 0) {
    const { width, nColumns } = tables.at(-1)!;
    nInputs = roundUp(nInputs - width + nColumns, vectorLength);
  }
  if (categories) addTable(categories.size, biases.length, categories.nChoices, null);
  return {
    ...{ nNumbers, nInputs, tables, nChoices },
    choices: arena.reserve(nRows * nChoices),
  };
}

/** Which input each row of the first weights belongs to, the categories left out: the saved rows have no gaps. */
export function inputsOf({ nNumbers, tables }: InputPlan): Uint32Array {
  const inputs = Array.from({ length: nNumbers }, (_, i) => i);
  for (const { firstInput, nChoices, width } of tables) {
    if (firstInput === null) continue;
    for (let c = 0; c < nChoices; c++)
      for (let i = 0; i < width; i++) inputs.push(firstInput + c * width + i);
  }
  return Uint32Array.from(inputs);
}
