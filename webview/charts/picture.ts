/** The charts of a run as one picture, with what their lines are written above them. */
import { t } from '../l10n';
import type { ChartFrame } from './frame';
import { paint } from './paint';
import { backScene, frontScene } from './scene';
import { fontSize, type Group, line, type Shape } from './shapes';
import { svgOf } from './svg';

const width = 800;
const chartHeight = 300;
const rowHeight = 16;
const margin = 12;
/** Pixels of a PNG for one of the chart's: sharp on paper too. */
const pixelRatio = 2;

export interface Picture {
  readonly groups: readonly Group[];
  readonly width: number;
  readonly height: number;
}

export function pictureOf(frames: readonly ChartFrame[], title: string): Picture {
  const { text: colour } = frames[0]!.theme;
  const groups: Group[] = [
    { clip: null, shapes: [{ kind: 'text', x: margin, y: margin + 4, text: title, colour, align: 'start' }] },
  ];
  let top = 2 * margin + 4;
  for (const frame of frames) {
    const { shapes, height } = legend(frame, top);
    const box = { left: margin, top: top + height, width: width - 2 * margin, height: chartHeight };
    groups.push({ clip: null, shapes }, ...backScene(frame, box), ...frontScene(frame, box));
    top = box.top + chartHeight + margin;
  }
  return { groups, width, height: top };
}

interface Entry {
  readonly text: string;
  readonly colour: string;
  readonly dash: readonly number[];
}

function entriesOf({ quantity, curves, compared, theme }: ChartFrame): Entry[] {
  const entries: Entry[] = [
    {
      text: `${quantity.title()}: ${quantity.validation ? t('train') : t('this run')}`,
      colour: theme.train,
      dash: [],
    },
  ];
  if (curves.validation) entries.push({ text: t('validation'), colour: theme.validation, dash: [5, 3] });
  return [...entries, ...compared.map(({ run, style }) => ({ text: run.name, ...style }))];
}

/** Rows of names, each with a piece of its line. Letters are about 0.6 as wide as they are high. */
function legend(frame: ChartFrame, top: number) {
  const shapes: Shape[] = [];
  let [x, y] = [margin, top + rowHeight / 2];
  for (const { text, colour, dash } of entriesOf(frame)) {
    const entryWidth = 24 + 0.6 * fontSize * text.length + margin;
    if (x > margin && x + entryWidth > width - margin) [x, y] = [margin, y + rowHeight];
    shapes.push(line([x, y, x + 18, y], colour, 2, dash));
    shapes.push({ kind: 'text', x: x + 22, y, text, colour: frame.theme.text, align: 'start' });
    x += entryWidth;
  }
  return { shapes, height: y + rowHeight / 2 - top };
}

export function svgPicture(frames: readonly ChartFrame[], title: string): string {
  const picture = pictureOf(frames, title);
  const { background, fontFamily } = frames[0]!.theme;
  return svgOf(picture.groups, picture, background, fontFamily);
}

/** @returns the file's bytes in base64 */
export function pngPicture(frames: readonly ChartFrame[], title: string): string {
  const picture = pictureOf(frames, title);
  const { background, fontFamily } = frames[0]!.theme;
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * pixelRatio;
  canvas.height = picture.height * pixelRatio;
  const context = canvas.getContext('2d')!;
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = background;
  context.fillRect(0, 0, picture.width, picture.height);
  paint(context, picture.groups, fontFamily);
  return canvas.toDataURL('image/png').split(',')[1]!;
}
