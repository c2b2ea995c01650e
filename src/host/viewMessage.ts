import { z } from 'zod';
import { maxContentLength } from '../ids';
import type { ViewMessage } from '../protocol';

const maxTextLength = 10_000;
const text = z.string().max(maxTextLength);
/** Pictures and tables of curves: a large one has some megabytes. */
const content = z.string().max(maxContentLength);
const split = z.enum(['train', 'validation', 'test']);

const index = z.int().nonnegative();

/** More weights than a person changes by hand. */
const maxEdits = 10_000;
const weightEdit = z.object({ layer: index, input: index.nullable(), output: index, value: z.number() });

const viewMessage: z.ZodType<ViewMessage> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('command'),
    command: z.enum([
      ...(['train', 'stop', 'pause', 'resume', 'step', 'runEpoch', 'changeLearningRate'] as const),
      ...(['raiseLearningRate', 'lowerLearningRate', 'compareConfiguration'] as const),
      ...(['showExplorer', 'openExample'] as const),
    ]),
  }),
  z.object({ type: z.literal('selectRun'), runFolder: text }),
  z.object({
    type: z.literal('openRow'),
    runFolder: text,
    split,
    line: z.int().positive(),
  }),
  z.object({ type: z.literal('openKey'), key: text.nullable() }),
  z.object({ type: z.literal('compare'), runFolders: z.array(text).max(1000) }),
  z.object({
    type: z.literal('save'),
    // A name and not a way: where it goes is the person's choice.
    name: z
      .string()
      .max(200)
      .regex(/^[^/\\]+$/),
    kind: z.enum(['text', 'base64']),
    content,
  }),
  z.object({ type: z.literal('copy'), text: content }),
  z.object({
    type: z.literal('changeLabel'),
    runFolder: text,
    split,
    line: z.int().positive(),
  }),
  z.object({ type: z.literal('openText'), text: content }),
  z.object({
    type: z.literal('ask'),
    id: z.int(),
    inquiry: z.object({
      at: z.object({ runFolder: text, epoch: index.nullable(), edits: z.array(weightEdit).max(maxEdits) }),
      question: text,
      // Checked by the question itself.
      params: z.unknown(),
    }),
  }),
  z.object({ type: z.literal('error'), message: text }),
]);

/** A webview's message, or undefined when it is none of the protocol's. */
export const parseViewMessage = (message: unknown): ViewMessage | undefined =>
  viewMessage.safeParse(message).data;

const asked = z.object({ type: z.literal('ask'), id: z.int() });

/** Of a question, also of one that is not understood otherwise. */
export const idOfQuestion = (message: unknown): number | undefined => asked.safeParse(message).data?.id;
