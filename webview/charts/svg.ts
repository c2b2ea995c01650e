import { type Box, fontSize, type Group, type Line, type Shape, type Text } from './shapes';

/** Shapes as a picture that any program for drawings opens. */
export function svgOf(
  groups: readonly Group[],
  { width, height }: Pick<Box, 'width' | 'height'>,
  background: string,
  fontFamily: string,
): string {
  const clips = groups.map(({ clip }, i) =>
    clip ? `<clipPath id="clip${i}"><rect ${boxOf(clip)}/></clipPath>` : '',
  );
  const bodies = groups.map(({ clip, shapes }, i) => {
    const body = shapes.map(svgShape).join('\n');
    return clip ? `<g clip-path="url(#clip${i})">\n${body}\n</g>` : body;
  });
  const font = `font-family="${escaped(fontFamily)}" font-size="${fontSize}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${font}>
<rect width="${width}" height="${height}" fill="${escaped(background)}"/>
<defs>${clips.join('')}</defs>
${bodies.join('\n')}
</svg>
`;
}

const round = (value: number) => Number(value.toFixed(2));
const boxOf = ({ left, top, width, height }: Box) =>
  `x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}"`;

function svgShape(shape: Shape): string {
  if (shape.kind === 'line') return svgLine(shape);
  if (shape.kind === 'text') return svgText(shape);
  const { x, y, radius, fill, stroke } = shape;
  const edge = stroke ? ` stroke="${escaped(stroke)}" stroke-width="1.5"` : '';
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${escaped(fill)}"${edge}/>`;
}

function svgLine({ points, colour, width, dash = [] }: Line): string {
  let path = '';
  for (let i = 0; i < points.length; i += 2) {
    if (Number.isNaN(points[i]!)) continue;
    const isStart = i === 0 || Number.isNaN(points[i - 1]!);
    path += `${isStart ? 'M' : 'L'}${round(points[i]!)} ${round(points[i + 1]!)}`;
  }
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  return `<path d="${path}" fill="none" stroke="${escaped(colour)}" stroke-width="${width}"${dashes}/>`;
}

function svgText({ x, y, text, colour, align, halo, isUpright }: Text): string {
  const turn = isUpright ? ' rotate(-90)' : '';
  const place = `transform="translate(${round(x)} ${round(y)})${turn}" y="${0.35 * fontSize}" text-anchor="${align}"`;
  const content = escaped(text);
  // Two texts rather than `paint-order`, which some programs do not know.
  const ground = halo
    ? `<text ${place} stroke="${escaped(halo)}" stroke-width="3" fill="none">${content}</text>\n`
    : '';
  return `${ground}<text ${place} fill="${escaped(colour)}">${content}</text>`;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, character => escapes[character]!);
