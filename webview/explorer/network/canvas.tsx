import type { HTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { px } from '../grid';

interface CanvasProps extends Omit<HTMLAttributes<HTMLCanvasElement>, 'style'> {
  /** In CSS pixels, in which `draw` draws too. */
  readonly width: number;
  readonly height: number;
  /** On an empty canvas; called again when it is another function. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/** A drawing as sharp as the screen. */
export function Canvas({ width, height, draw, ...attributes }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = window.devicePixelRatio;
  useLayoutEffect(() => {
    const context = canvas.current!.getContext('2d')!;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context);
  }, [width, height, scale, draw]);
  return (
    <canvas
      ref={canvas}
      width={Math.round(width * scale)}
      height={Math.round(height * scale)}
      style={{ width: px(width), height: px(height) }}
      {...attributes}
    />
  );
}
