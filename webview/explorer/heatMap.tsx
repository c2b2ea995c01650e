import { useMemo, useState } from 'preact/hooks';
import { formatCount, formatSigned } from '../format';
import { useWidth } from '../hooks';
import { Pixels } from '../parts/pixels';
import { plural } from '../runText';
import { type Cell, cellAt, cellForKey, cellSize, px } from './grid';
import { type LayerPictureProps, weightPainter, weightText } from './layerPicture';
import { Names, nameSize } from './names';

/** Room that the names of the rows take, with the gap beside them. */
const namesWidth = 104;
/** Above this the cells get flatter, but not so flat that a few dozen rows lose their names. */
const maxHeight = 480;
const maxNamedRows = 100;

/** The weight matrix as it stands in memory: inputs down, units across, and the biases below, if there are any. */
export function HeatMap(props: LayerPictureProps) {
  const { layer, limit } = props;
  const [frame, frameWidth] = useWidth<HTMLDivElement>();
  const hasBiases = layer.biases.length > 0;
  const [cell, setCell] = useState<Cell | null>(null);
  const shape = { rows: layer.inputNames.length, columns: layer.outputNames.length };
  const width = cellSize(frameWidth - namesWidth, shape.columns);
  const flat = cellSize(Math.min(shape.rows * width, maxHeight), shape.rows);
  const height = shape.rows <= maxNamedRows ? Math.max(flat, nameSize) : flat;
  const paint = useMemo(() => weightPainter(i => layer.weights[i]!, props), [layer, limit, props.colours]);
  const paintBiases = useMemo(
    () => weightPainter(i => layer.biases[i]!, props),
    [layer, limit, props.colours],
  );
  const pixelWidth = width * shape.columns;
  return (
    <figure class="heat-map">
      <figcaption>
        {hasBiases
          ? `rows: ${plural(shape.rows, 'input')} · columns: ${plural(shape.columns, 'unit')} · last row: biases`
          : `rows: ${formatCount(shape.rows)} categories · columns: what each becomes, ${plural(shape.columns, 'number')}`}
      </figcaption>
      <output class="readout">{cell && weightText(layer, cell.row, cell.column)}</output>
      <div class="heat-map-grid" ref={frame}>
        <Names names={layer.outputNames} size={width} isAcross />
        <Names names={layer.inputNames} size={height} />
        <div class="heat-map-cells">
          <Pixels
            columns={shape.columns}
            rows={shape.rows}
            paint={paint}
            role="img"
            tabIndex={0}
            aria-label={`Weights of ${layer.name}, ${shape.rows} inputs by ${shape.columns} units, between ${formatSigned(-limit)} and ${formatSigned(limit)}`}
            style={{ width: px(pixelWidth), height: px(height * shape.rows) }}
            onPointerMove={event => setCell(cellAt(event.offsetX / width, event.offsetY / height, shape))}
            onPointerLeave={() => setCell(null)}
            onBlur={() => setCell(null)}
            onKeyDown={event => {
              const next = cellForKey(event.key, cell, shape);
              if (!next) return;
              event.preventDefault();
              setCell(next);
            }}
          />
          {cell && (
            <span
              class="cell-frame"
              style={{
                left: px(cell.column * width),
                top: px(cell.row * height),
                width: px(width),
                height: px(height),
              }}
            />
          )}
        </div>
        {hasBiases && (
          <>
            <span class="bias-name">bias</span>
            <Pixels
              columns={shape.columns}
              rows={1}
              paint={paintBiases}
              aria-hidden="true"
              style={{ width: px(pixelWidth), height: px(Math.max(height, nameSize)) }}
            />
          </>
        )}
      </div>
    </figure>
  );
}
