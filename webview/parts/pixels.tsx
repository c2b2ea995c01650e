import type { HTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface PixelsProps extends HTMLAttributes<HTMLCanvasElement> {
  /** Size of the picture; CSS makes it larger, with crisp edges. */
  readonly columns: number;
  readonly rows: number;
  /** Fills (rows, columns, 4) bytes: red, green, blue, opacity. */
  readonly paint: (pixels: Uint8ClampedArray) => void;
}

/** A picture with one pixel a value. */
export function Pixels({ columns, rows, paint, ...attributes }: PixelsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const image = new ImageData(columns, rows);
    paint(image.data);
    canvas.current?.getContext('2d')?.putImageData(image, 0, 0);
  }, [columns, rows, paint]);
  return <canvas ref={canvas} class="pixels" width={columns} height={rows} {...attributes} />;
}
