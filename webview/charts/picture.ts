/** The charts of a run as one picture, with what their lines are written above them. */
import { BasicPlatform, Chart } from 'chart.js';
import { t } from '../l10n';
import { chartConfig } from './chartConfig';
import type { ChartFrame } from './frame';
import { fontSize, scalesOf } from './layout';
import { escaped, SvgContext } from './svgContext';

const width = 800;
const chartHeight = 300;
const rowHeight = 16;
const margin = 12;
/** Pixels of a PNG for one of the chart's: sharp on paper too. */
const pixelRatio = 2;

/** What a picture is drawn on, in CSS pixels from the top left. */
interface Sheet {
  readonly context: Pick<
    CanvasRenderingContext2D,
    'beginPath' | 'moveTo' | 'lineTo' | 'stroke' | 'setLineDash' | 'fillText' | 'fillRect'
  > & { strokeStyle: unknown; fillStyle: unknown; lineWidth: number; font: string };
  /** Room for a chart of its own at this height. */
  chart(top: number, draw: (context: CanvasRenderingContext2D) => void): void;
}

/** @returns the height */
function drawPicture(sheet: Sheet, frames: readonly ChartFrame[], title: string): void {
  const { context } = sheet;
  const { theme } = frames[0]!;
  context.font = `${fontSize}px ${theme.fontFamily}`;
  context.fillStyle = theme.background;
  context.fillRect(0, 0, width, heightOf(frames));
  context.fillStyle = theme.text;
  context.fillText(title, margin, margin + 8);
  let top = firstTop;
  for (const frame of frames) {
    for (const { text, colour, dash, x, y } of legendOf(frame)) {
      context.strokeStyle = colour;
      context.lineWidth = 2;
      context.setLineDash([...dash]);
      context.beginPath();
      context.moveTo(x, top + y);
      context.lineTo(x + 18, top + y);
      context.stroke();
      context.fillText(text, x + 22, top + y + 0.35 * fontSize);
    }
    sheet.chart(top + legendHeight(frame), canvas => drawChart(canvas, frame));
    top += legendHeight(frame) + chartHeight + margin;
  }
}

const firstTop = 2 * margin + 4;
const heightOf = (frames: readonly ChartFrame[]) =>
  frames.reduce((top, frame) => top + legendHeight(frame) + chartHeight + margin, firstTop);
const legendHeight = (frame: ChartFrame) => (legendOf(frame).at(-1)?.y ?? 0) + rowHeight / 2;

function drawChart(context: CanvasRenderingContext2D, frame: ChartFrame) {
  const size = { width: width - margin, height: chartHeight };
  const config = chartConfig(frame, scalesOf(frame, size), 'all');
  // Lines as single commands: what the browser keeps as a path cannot be read again.
  for (const dataset of config.data.datasets) dataset.segment = {};
  const chart = new Chart(context, {
    ...config,
    platform: BasicPlatform,
    options: { ...config.options, devicePixelRatio: context instanceof SvgContext ? 1 : pixelRatio },
  });
  chart.resize(size.width, size.height);
  chart.stop();
}

/** Rows of names, each with a piece of its line. Letters are about 0.6 as wide as they are high. */
function legendOf({ quantity, curves, compared, theme }: ChartFrame) {
  const own = quantity.validation ? t('train') : t('this run');
  const lines = [
    { text: `${quantity.title()}: ${own}`, colour: theme.train, dash: [] },
    ...(curves.validation ? [{ text: t('validation'), colour: theme.validation, dash: [5, 3] }] : []),
    ...compared.map(({ run, style }) => ({ text: run.name, ...style })),
  ];
  let [x, y] = [margin, rowHeight / 2];
  return lines.map(line => {
    const entryWidth = 24 + 0.6 * fontSize * line.text.length + margin;
    if (x > margin && x + entryWidth > width - margin) [x, y] = [margin, y + rowHeight];
    const entry = { ...line, x, y };
    x += entryWidth;
    return entry;
  });
}

/**
 * A picture that any program for drawings opens.
 * @param measure width of a text in pixels
 */
export function svgPicture(
  frames: readonly ChartFrame[],
  title: string,
  measure: (text: string, font: string) => number,
): string {
  const height = heightOf(frames);
  const page = new SvgContext({ width, height }, measure);
  const charts: string[] = [];
  const chart: Sheet['chart'] = (top, draw) => {
    const context = new SvgContext({ width, height: chartHeight }, measure, `chart${charts.length}-`);
    draw(context as unknown as CanvasRenderingContext2D);
    charts.push(`<g transform="translate(0 ${top})">\n${context.body}\n</g>`);
  };
  drawPicture({ context: page as unknown as Sheet['context'], chart }, frames, title);
  const font = escaped(frames[0]!.theme.fontFamily);
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">
${page.body}
${charts.join('\n')}
</svg>
`;
}

/** @returns the file's bytes in base64 */
export function pngPicture(frames: readonly ChartFrame[], title: string): string {
  const canvas = canvasOf(width, heightOf(frames));
  const context = canvas.getContext('2d')!;
  context.scale(pixelRatio, pixelRatio);
  const chart: Sheet['chart'] = (top, draw) => {
    const part = canvasOf(width, chartHeight);
    draw(part.getContext('2d')!);
    context.drawImage(part, 0, top, part.width / pixelRatio, part.height / pixelRatio);
  };
  drawPicture({ context, chart }, frames, title);
  return canvas.toDataURL('image/png').split(',')[1]!;
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width * pixelRatio;
  canvas.height = height * pixelRatio;
  return canvas;
}

/** Width of a text as the browser's own letters have it. */
export function measureText(): (text: string, font: string) => number {
  const context = canvasOf(1, 1).getContext('2d')!;
  return (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  };
}
