import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { openBrowser } from './browser.mjs';

const examples = path.join(import.meta.dirname, '../../examples');
export const patienceMs = 60_000;
export const poll = { timeout: patienceMs, interval: 100 };

/** A VS Code window on a copy of the examples, used as a person would. */
export class Workbench {
  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {}

  async open() {
    await this.page.goto(`${inject('origin')}/?folder=${encodeURIComponent(this.folder)}`);
    await this.shown();
  }

  async reload() {
    await this.page.reload();
    await this.shown();
  }

  private async shown() {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    // The side bar is drawn after the layout, whatever it held when the window was closed.
    await this.page.locator('.part.sidebar .pane-header').first().waitFor();
  }

  /** Changes the text of a file on disk. */
  edit(file: string, change: (text: string) => string) {
    const absolute = path.join(this.folder, file);
    writeFileSync(absolute, change(readFileSync(absolute, 'utf8')));
  }

  read(file: string) {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  setTheme(name: string) {
    const settings = path.join(this.folder, '.vscode/settings.json');
    mkdirSync(path.dirname(settings), { recursive: true });
    writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': name }));
  }

  /** Opens a file by the tree of the Explorer, folder by folder; again where the tree moved under the mouse. */
  async openFile(file: string) {
    await this.runCommand('File: Focus on Files Explorer');
    const open = () =>
      this.openInTree(file.split('/')).then(
        () => true,
        () => false,
      );
    await expect.poll(open, { ...poll, message: `${file} in an editor` }).toBe(true);
  }

  private async openInTree(steps: readonly string[]) {
    for (const [depth, name] of steps.entries()) {
      const row = this.page.locator(
        `.explorer-folders-view .monaco-list-row[aria-level="${depth + 1}"][aria-label^="${name}"]`,
      );
      const options = { timeout: 3000 };
      if (depth === steps.length - 1) await row.dblclick(options);
      else if ((await row.getAttribute('aria-expanded', options)) !== 'true') await row.click(options);
    }
    await this.lines(steps.join('/')).first().waitFor({ timeout: 3000 });
  }

  lines(file: string) {
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="${file}"] .view-line`);
  }

  /** Chooses a command in the palette, by its whole title. */
  async runCommand(title: string) {
    const palette = this.page.locator('.quick-input-widget');
    const input = palette.locator('input.input');
    const row = palette
      .locator('.monaco-list-row', { has: this.page.getByText(title, { exact: true }) })
      .first();
    // The key is lost while the workbench is still loading its keyboard layout, and a second one empties the input. The
    // palette closes when an editor that is still opening takes the focus.
    await expect
      .poll(async () => {
        await this.page.keyboard.press('F1');
        try {
          await input.fill(`>${title}`, { timeout: 2000 });
          await row.click({ timeout: 3000 });
          return true;
        } catch {
          await this.page.keyboard.press('Escape');
          return false;
        }
      }, poll)
      .toBe(true);
  }

  /** The hover over a word of the open file. A hover needs a mouse that rests, so it is tried again until it shows. */
  async hover(file: string, word: string): Promise<string> {
    const token = this.lines(file).locator('span span', { hasText: word }).first();
    const content = this.page.locator('.monaco-hover .hover-contents').filter({ visible: true });
    await expect
      .poll(async () => {
        await this.page.mouse.move(5, 5);
        await token.hover();
        return content
          .filter({ hasNotText: /^Loading/ })
          .first()
          .waitFor({ timeout: 3000 })
          .then(
            () => true,
            () => false,
          );
      }, poll)
      .toBe(true);
    return textOf(content);
  }

  /**
   * The document of a webview. It lies two frames deep in an overlay outside the editor, so it is found by what it shows;
   * frames may go while they are looked at.
   */
  async webview(selector: string): Promise<Frame> {
    let found: Frame | undefined;
    await expect
      .poll(
        async () => {
          for (const frame of this.page.frames()) {
            if (!frame.parentFrame()?.parentFrame()) continue;
            const visible = await frame
              .locator(selector)
              .first()
              .isVisible()
              .catch(() => false);
            if (visible) found = frame;
          }
          return found !== undefined;
        },
        { ...poll, message: `a webview with ${selector}` },
      )
      .toBe(true);
    return found!;
  }

  screenshot(name: string) {
    return this.page.screenshot({ path: path.join(import.meta.dirname, 'out', `${name}.png`) });
  }
}

/** What a person reads there, with ordinary spaces; empty while it is not there. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join('\n').replaceAll(/[^\S\n]/g, ' ');
}

/** A test that gets a window, and fails on any offence of the page even when all it asked for was there. */
export const test = base.extend<{ workbench: Workbench }>({
  workbench: async ({ task }, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'descent-e2e-'));
    cpSync(examples, folder, { recursive: true, filter: file => !file.includes('.descent') });
    const { page, offences, close } = await openBrowser();
    page.setDefaultTimeout(patienceMs);
    const workbench = new Workbench(page, folder);
    await workbench.open();
    await use(workbench);
    if (task.result?.state === 'fail' || offences.length > 0)
      await workbench.screenshot(`failed ${task.name}`);
    await close();
    // A run that was just stopped may still be saving.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    expect(offences).toEqual([]);
  },
});
