import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import english from '../package.nls.json' with { type: 'json' };
import { colors, commands, contextKeys, explorerPanel, settings, views } from '../src/ids';
import { root } from './helpers/imports';

const { contributes } = manifest;
const contributedCommands = contributes.commands.map(({ command }) => command);
const menuItems = Object.values(contributes.menus).flat();
/** `%command.trainModel%` as it is shown. */
const inEnglish = (key: string) => (english as Record<string, string>)[key.replaceAll('%', '')] ?? key;
const sorted = (values: readonly string[]) => [...values].sort();

describe('ids and package.json name the same', () => {
  test('commands', () => {
    expect(sorted(contributedCommands)).toEqual(sorted(Object.values(commands)));
  });

  test('views', () => {
    const containers = contributes.viewsContainers.activitybar.map(({ id }) => id);
    const contributed = Object.values(contributes.views)
      .flat()
      .map(({ id }) => id);
    expect(sorted([...containers, ...contributed])).toEqual(sorted(Object.values(views)));
    expect(Object.keys(contributes.views)).toEqual(containers);
  });

  test('settings', () => {
    expect(sorted(Object.keys(contributes.configuration.properties))).toEqual(
      sorted(Object.values(settings)),
    );
  });

  test('colours', () => {
    expect(sorted(contributes.colors.map(({ id }) => id))).toEqual(sorted(Object.values(colors)));
  });

  test('context keys', () => {
    const conditions = [
      ...menuItems.map(({ when }) => when),
      ...contributes.commands.map(command => ('enablement' in command ? command.enablement : '')),
    ];
    // A dotted word of ours that does not name a view stands for a context key.
    const words = conditions.flatMap(condition => condition.match(/\bdescent\.\w+/g) ?? []);
    const keys = words.filter(word => !Object.values<string>(views).includes(word));
    expect(sorted([...new Set(keys)])).toEqual(sorted(Object.values(contextKeys)));
  });
});

describe('the manifest', () => {
  test('puts only its own commands into menus and welcome texts', () => {
    const linked = contributes.viewsWelcome.flatMap(
      ({ contents }) => inEnglish(contents).match(/(?<=command:)[\w.]+/g) ?? [],
    );
    const named = [...menuItems.map(({ command }) => command), ...linked];
    expect(named.filter(command => !contributedCommands.includes(command))).toEqual([]);
  });

  test('gives every command its category and a title in Title Case', () => {
    for (const { category, title } of contributes.commands) {
      expect(category).toBe('Descent');
      expect(inEnglish(title)).toMatch(/^[A-Z]\w*( ([A-Z]\w*|to|of|by))*…?$/);
    }
  });

  test('hides from the palette what cannot be run without an argument', () => {
    const hidden = contributes.menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    const onRuns = contributes.menus['view/item/context'].map(({ command }) => command);
    expect(sorted(hidden)).toEqual(sorted(onRuns));
  });

  test('wakes the extension for configurations, and for a panel that was open before', () => {
    const languages = ['yaml', 'json', 'jsonc'].map(language => `onLanguage:${language}`);
    expect(manifest.activationEvents).toEqual([...languages, `onWebviewPanel:${explorerPanel}`]);
  });

  test('can be found', () => {
    expect(inEnglish(manifest.displayName)).toMatch(/^Descent\b/);
    expect(manifest.categories).toContain('Machine Learning');
  });

  test('names files that exist', () => {
    const icons = Object.values(contributes.views)
      .flat()
      .map(({ icon }) => icon);
    const schemas = contributes.jsonValidation.map(({ url }) => url);
    const named = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...icons,
      ...schemas,
    ];
    expect(named.filter(file => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test('promises no VS Code that is older than the API it is compiled against', () => {
    const [oldest, compiledAgainst] = [
      manifest.engines.vscode,
      manifest.devDependencies['@types/vscode'],
    ].map(minor);
    expect(oldest).toBeGreaterThanOrEqual(compiledAgainst!);
  });
});

const minor = (version: string) => Number(version.match(/1\.(\d+)/)?.[1]);
