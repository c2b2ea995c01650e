import { expect, it } from 'vitest';
import { fileName } from '../../webview/fileName';

it('keeps what a name may have, with the ending that it is given', () => {
  expect(fileName('digits · run 7 curves', 'csv')).toBe('digits - run 7 curves.csv');
});

it('leaves out what leads elsewhere, or what a file system does not take', () => {
  expect(fileName('../a\\b:c*?"<>|d', 'png')).toBe('..-a-b-c-d.png');
});

it('is short enough for the host, however long the name of the configuration is', () => {
  const name = fileName('x'.repeat(300), 'csv');
  expect(name).toHaveLength(200);
  expect(name).toMatch(/x\.csv$/);
});
