import type { QuestionName, Questions } from '../../../src/protocol';
import { Inspector, type InspectorParams } from '../../../src/worker/inspector';
import type { MemoryPlatform } from '../../helpers/memoryPlatform';
import { folder } from '../support';

/** Asks about the run in `folder`, or what is said otherwise. */
export function inquirer(platform: MemoryPlatform) {
  const inspector = new Inspector(platform);
  return <Q extends QuestionName>(
    question: Q,
    params: Questions[Q]['params'],
    { live = null, ...at }: Partial<InspectorParams['at'] & Pick<InspectorParams, 'live'>> = {},
  ) =>
    inspector.answer({
      at: { runFolder: folder, epoch: null, edits: [], ...at },
      ...{ question, params, live, allowedFolder: '/project' },
    }) as Promise<Questions[Q]['result']>;
}

/** As `sample-losses.f32` has them. */
export const encodeLosses = (epochs: readonly (readonly number[])[]) =>
  new Uint8Array(Float32Array.from(epochs.flat()).buffer);
