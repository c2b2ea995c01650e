import { useCallback } from 'preact/hooks';
import { Canvas } from './canvas';
import { drawPixels } from './drawPlane';
import type { Diagram } from './layout';
import { painter, type UnitPicture, unitColour } from './planeColours';

interface UnitPicturesProps {
  readonly diagram: Diagram;
  /** Of each column, unit by unit. */
  readonly pictures: readonly (readonly UnitPicture[])[];
  readonly pictureSize: number;
}

/** What each unit gives over the plane of the inputs, below the lines of the diagram. */
export function UnitPictures({ diagram, pictures, pictureSize }: UnitPicturesProps) {
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      for (const { units } of diagram.columns) {
        for (const { column, unit, x, y } of units) {
          const picture = pictures[column]?.[unit];
          if (!picture) continue;
          const pixels = { columns: pictureSize, rows: pictureSize, paint: painter(unitColour(picture)) };
          const frame = { left: x, top: y, width: diagram.size, height: diagram.size };
          drawPixels(context, pixels, frame, true);
        }
      }
    },
    [diagram, pictures, pictureSize],
  );
  return <Canvas width={diagram.width} height={diagram.height} draw={draw} aria-hidden="true" />;
}
