import { useEffect, useState } from 'preact/hooks';
import { colors } from '../src/ids';
import { type DivergingColours, parseColour } from './colour';

/** The theme's variables as values, for canvases, which cannot read them. */
export interface Theme {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
  readonly train: string;
  readonly validation: string;
  readonly error: string;
  readonly fontFamily: string;
  readonly weights: DivergingColours;
}

function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const variable = (name: string) => style.getPropertyValue(`--vscode-${name.replace('.', '-')}`).trim();
  const isPanel = document.body.dataset.view === 'explorer';
  const train = variable(colors.trainCurve);
  const validation = variable(colors.validationCurve);
  return {
    text: variable('foreground'),
    muted: variable('descriptionForeground') || variable('foreground'),
    grid: variable(colors.chartGrid),
    // The page itself is transparent: what lies below depends on where the view is.
    background: variable(isPanel ? 'editor-background' : 'sideBar-background'),
    train,
    validation,
    error: variable('editorError-foreground') || variable('errorForeground') || validation,
    fontFamily: style.fontFamily,
    weights: {
      negative: parseColour(train),
      zero: parseColour(variable('editor-background')),
      positive: parseColour(validation),
    },
  };
}

/** Reads the theme again when VS Code puts another one on the page: variables on <html>, its kind on <body>. */
export function useTheme(): Theme {
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => {
    const observer = new MutationObserver(() => setTheme(readTheme()));
    observer.observe(document.documentElement, { attributeFilter: ['style'] });
    observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
    return () => observer.disconnect();
  }, []);
  return theme;
}
