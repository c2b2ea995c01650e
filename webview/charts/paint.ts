import { fontSize, type Group, type Line, type Shape, type Text } from './shapes';

/** Paints shapes on a canvas, of which one unit is one CSS pixel. */
export function paint(context: CanvasRenderingContext2D, groups: readonly Group[], fontFamily: string) {
  context.font = `${fontSize}px ${fontFamily}`;
  context.lineJoin = 'bevel';
  for (const { clip, shapes } of groups) {
    context.save();
    if (clip) {
      context.beginPath();
      context.rect(clip.left, clip.top, clip.width, clip.height);
      context.clip();
    }
    for (const shape of shapes) paintShape(context, shape);
    context.restore();
  }
}

function paintShape(context: CanvasRenderingContext2D, shape: Shape) {
  if (shape.kind === 'line') return paintLine(context, shape);
  if (shape.kind === 'text') return paintText(context, shape);
  context.beginPath();
  context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
  context.fillStyle = shape.fill;
  context.fill();
  if (!shape.stroke) return;
  context.setLineDash([]);
  context.lineWidth = 1.5;
  context.strokeStyle = shape.stroke;
  context.stroke();
}

function paintLine(context: CanvasRenderingContext2D, { points, colour, width, dash = [] }: Line) {
  context.setLineDash([...dash]);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  let isDown = false;
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (Number.isNaN(x)) {
      isDown = false;
    } else if (isDown) {
      context.lineTo(x, y);
    } else {
      context.moveTo(x, y);
      isDown = true;
    }
  }
  context.stroke();
}

function paintText(context: CanvasRenderingContext2D, { x, y, text, colour, align, halo, isUpright }: Text) {
  context.save();
  context.translate(x, y);
  if (isUpright) context.rotate(-Math.PI / 2);
  context.textAlign = align === 'middle' ? 'center' : align;
  // The letters' middle: baselines by name differ from one drawing program to the next.
  const baseline = 0.35 * fontSize;
  if (halo) {
    context.setLineDash([]);
    context.strokeStyle = halo;
    context.lineWidth = 3;
    context.strokeText(text, 0, baseline);
  }
  context.fillStyle = colour;
  context.fillText(text, 0, baseline);
  context.restore();
}
