import { expect } from 'vitest';
import { file } from './digits';
import { poll, test, textOf } from './workbench';

test('hovering a hyperparameter explains it', async ({ workbench }) => {
  await workbench.openFile(file);
  expect(await workbench.hover(file, 'learning_rate')).toContain('Step size');
});

test('a mistake in the configuration is underlined and told in words', async ({ workbench }) => {
  workbench.edit(file, text => text.replace('learning_rate', 'learning_rat'));
  await workbench.openFile(file);
  await workbench.page
    .locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning')
    .first()
    .waitFor();
  await workbench.runCommand('Problems: Focus on Problems View');
  const problems = workbench.page.locator('.markers-panel .monaco-list-row');
  await expect.poll(() => textOf(problems), poll).toMatch(/learning_rat\b[\s\S]*learning_rate/);
});
