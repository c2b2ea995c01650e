/** Marks of classes: a second sign beside the colour. */

/** Sides and turn (in parts of a side) of the polygon of each class; the first one is a circle. */
const polygons = [
  { sides: 4, turn: 0.5 },
  { sides: 3, turn: 0 },
  { sides: 4, turn: 0 },
  { sides: 3, turn: 0.5 },
  { sides: 5, turn: 0 },
  { sides: 6, turn: 0 },
];

/** A path around the origin, as SVG and Path2D read it, of about the same area for every class. */
export function shapeOfClass(index: number, radius: number): string {
  const place = index % (polygons.length + 1);
  if (place === 0)
    return `M${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
  const { sides, turn } = polygons[place - 1]!;
  const outer = radius * Math.sqrt((2 * Math.PI) / (sides * Math.sin((2 * Math.PI) / sides)));
  const corners = Array.from({ length: sides }, (_, i) => {
    const angle = ((i + turn) / sides) * 2 * Math.PI - Math.PI / 2;
    return `${(outer * Math.cos(angle)).toFixed(2)} ${(outer * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${corners.join('L')}Z`;
}
