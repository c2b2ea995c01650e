"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/ids.ts
var commands, diagnosticsOwner;
var init_ids = __esm({
  "src/ids.ts"() {
    "use strict";
    commands = {
      trainModel: "descent.trainModel",
      stopTraining: "descent.stopTraining",
      pauseTraining: "descent.pauseTraining",
      resumeTraining: "descent.resumeTraining",
      showModelExplorer: "descent.showModelExplorer",
      createConfiguration: "descent.createConfiguration",
      openExample: "descent.openExample",
      showLog: "descent.showLog",
      refreshRuns: "descent.refreshRuns",
      openRun: "descent.openRun",
      renameRun: "descent.renameRun",
      deleteRun: "descent.deleteRun"
    };
    diagnosticsOwner = "descent";
  }
});

// test/integration/workspace.ts
async function withFolder(body) {
  const folder = await (0, import_promises.mkdtemp)(import_node_path.default.join(import_node_os.default.tmpdir(), "descent-integration-"));
  try {
    await (0, import_promises.writeFile)(import_node_path.default.join(folder, "points.csv"), ["x,y,label", ...rows, ""].join("\n"));
    await body(folder);
  } finally {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await (0, import_promises.rm)(folder, { recursive: true, force: true });
  }
}
async function openConfiguration(folder, text = configuration) {
  const file = import_node_path.default.join(folder, "points.model.yaml");
  await (0, import_promises.writeFile)(file, text);
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}
async function eventually(look) {
  for (; ; ) {
    const seen = await look();
    if (seen !== void 0) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
async function readJson(file) {
  return (0, import_promises.readFile)(file, "utf8").then(JSON.parse, () => void 0);
}
async function runFolders(folder) {
  const runs = import_node_path.default.join(folder, ".descent/runs");
  const names = await (0, import_promises.readdir)(runs).catch(() => []);
  return names.map((name) => import_node_path.default.join(runs, name));
}
var import_promises, import_node_os, import_node_path, vscode, extension, rows, nEpochs, configuration;
var init_workspace = __esm({
  "test/integration/workspace.ts"() {
    "use strict";
    import_promises = require("node:fs/promises");
    import_node_os = __toESM(require("node:os"));
    import_node_path = __toESM(require("node:path"));
    vscode = __toESM(require("vscode"));
    extension = vscode.extensions.getExtension("descent.descent");
    rows = Array.from({ length: 40 }, (_, i) => `${i},${i * 7 % 40},${i < 20 ? "low" : "high"}`);
    nEpochs = 3;
    configuration = `data:
  path: points.csv
  target: label
model:
  hidden_sizes: [4]
training:
  epochs: ${nEpochs}
  learning_rate: 0.1
  seed: 1
`;
  }
});

// test/integration/activation.ts
var activation_exports = {};
var import_strict, vscode2, limitMs;
var init_activation = __esm({
  "test/integration/activation.ts"() {
    "use strict";
    import_strict = __toESM(require("node:assert/strict"));
    vscode2 = __toESM(require("vscode"));
    init_ids();
    init_workspace();
    limitMs = 100;
    suite("activation", () => {
      test("is quick", async function() {
        await withFolder(async (folder) => {
          await openConfiguration(folder);
          const { activationMs } = await extension.activate();
          this.test.title += ` (activation: ${activationMs.toFixed(0)} ms)`;
          import_strict.default.ok(activationMs < limitMs, `activation took ${activationMs} ms, the limit is ${limitMs} ms`);
        });
      });
      test("registers every command", async () => {
        await extension.activate();
        const registered = new Set(await vscode2.commands.getCommands(true));
        import_strict.default.deepEqual(
          Object.values(commands).filter((id) => !registered.has(id)),
          []
        );
      });
    });
  }
});

// test/integration/editing.ts
var editing_exports = {};
var import_strict2, vscode3, textOf;
var init_editing = __esm({
  "test/integration/editing.ts"() {
    "use strict";
    import_strict2 = __toESM(require("node:assert/strict"));
    vscode3 = __toESM(require("vscode"));
    init_ids();
    init_workspace();
    suite("a configuration in the editor", () => {
      test("a misspelt key is told, at its place", () => withFolder(async (folder) => {
        const { uri } = await openConfiguration(folder, configuration.replace("learning_rate", "learning_rat"));
        const problem = await eventually(() => vscode3.languages.getDiagnostics(uri)[0]);
        import_strict2.default.equal(problem.source?.toLowerCase(), diagnosticsOwner);
        import_strict2.default.match(problem.message, /learning_rat\b.*learning_rate/s);
        import_strict2.default.equal(problem.range.start.line, 7);
      }));
      test("a good file has no problems, and mending a bad one takes them away", () => withFolder(async (folder) => {
        const { uri } = await openConfiguration(folder, configuration.replace("0.1", "fast"));
        await eventually(() => vscode3.languages.getDiagnostics(uri)[0]);
        const edit = new vscode3.WorkspaceEdit();
        edit.replace(uri, new vscode3.Range(0, 0, 100, 0), configuration);
        await vscode3.workspace.applyEdit(edit);
        await eventually(() => vscode3.languages.getDiagnostics(uri).length === 0 || void 0);
      }));
      test("a key is explained under the mouse", () => withFolder(async (folder) => {
        const document = await openConfiguration(folder);
        const place = document.positionAt(document.getText().indexOf("learning_rate") + 3);
        const words = await eventually(async () => {
          const hovers = await vscode3.commands.executeCommand(
            "vscode.executeHoverProvider",
            document.uri,
            place
          );
          return hovers.flatMap(({ contents }) => contents.map(textOf)).join("\n") || void 0;
        });
        import_strict2.default.match(words, /Step size/);
      }));
    });
    textOf = (content) => typeof content === "string" ? content : content.value;
  }
});

// test/integration/training.ts
var training_exports = {};
var import_strict3, import_promises2, import_node_path2, vscode4;
var init_training = __esm({
  "test/integration/training.ts"() {
    "use strict";
    import_strict3 = __toESM(require("node:assert/strict"));
    import_promises2 = require("node:fs/promises");
    import_node_path2 = __toESM(require("node:path"));
    vscode4 = __toESM(require("vscode"));
    init_ids();
    init_workspace();
    suite("Train Model", () => {
      test("leaves a finished run with every epoch on disk", () => withFolder(async (folder) => {
        await openConfiguration(folder);
        await vscode4.commands.executeCommand(commands.trainModel);
        const run2 = await eventually(async () => (await runFolders(folder))[0]);
        const record = await eventually(async () => {
          const written = await readJson(import_node_path2.default.join(run2, "run.json"));
          return written && written.status !== "running" ? written : void 0;
        });
        import_strict3.default.equal(record.status, "finished", String(record.message));
        const lines = (await (0, import_promises2.readFile)(import_node_path2.default.join(run2, "metrics.jsonl"), "utf8")).trim().split("\n");
        const epochs = lines.map((line) => JSON.parse(line).epoch).filter((epoch) => epoch !== void 0);
        import_strict3.default.deepEqual(
          epochs,
          Array.from({ length: nEpochs }, (_, i) => i + 1)
        );
      }));
    });
  }
});

// test/integration/suite.ts
var suite_exports = {};
__export(suite_exports, {
  run: () => run
});
module.exports = __toCommonJS(suite_exports);
var import_mocha = __toESM(require("mocha"));
async function run() {
  const output = process.env.DESCENT_REPORT;
  const mocha = new import_mocha.default({
    ui: "tdd",
    timeout: 12e4,
    ...output ? { reporter: "json", reporterOptions: { output } } : { reporter: "spec" }
  });
  mocha.suite.emit(import_mocha.default.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, "", mocha);
  await Promise.all([Promise.resolve().then(() => (init_activation(), activation_exports)), Promise.resolve().then(() => (init_editing(), editing_exports)), Promise.resolve().then(() => (init_training(), training_exports))]);
  const nFailed = await new Promise((resolve) => mocha.run(resolve));
  if (nFailed > 0) throw new Error(`${nFailed} failed in the extension host`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  run
});
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vc3JjL2lkcy50cyIsICIuLi90ZXN0L2ludGVncmF0aW9uL3dvcmtzcGFjZS50cyIsICIuLi90ZXN0L2ludGVncmF0aW9uL2FjdGl2YXRpb24udHMiLCAiLi4vdGVzdC9pbnRlZ3JhdGlvbi9lZGl0aW5nLnRzIiwgIi4uL3Rlc3QvaW50ZWdyYXRpb24vdHJhaW5pbmcudHMiLCAiLi4vdGVzdC9pbnRlZ3JhdGlvbi9zdWl0ZS50cyJdLAogICJzb3VyY2VzQ29udGVudCI6IFsiLyoqIEV2ZXJ5IGNvbW1hbmQsIHZpZXcsIGNvbnRleHQga2V5IGFuZCBzZXR0aW5nIGlkLCBzcGVsbGVkIG9uY2U7IGBtYW5pZmVzdC50ZXN0LnRzYCBob2xkcyB0aGVtIGFnYWluc3QgcGFja2FnZS5qc29uLiAqL1xuXG5leHBvcnQgY29uc3QgY29tbWFuZHMgPSB7XG4gIHRyYWluTW9kZWw6ICdkZXNjZW50LnRyYWluTW9kZWwnLFxuICBzdG9wVHJhaW5pbmc6ICdkZXNjZW50LnN0b3BUcmFpbmluZycsXG4gIHBhdXNlVHJhaW5pbmc6ICdkZXNjZW50LnBhdXNlVHJhaW5pbmcnLFxuICByZXN1bWVUcmFpbmluZzogJ2Rlc2NlbnQucmVzdW1lVHJhaW5pbmcnLFxuICBzaG93TW9kZWxFeHBsb3JlcjogJ2Rlc2NlbnQuc2hvd01vZGVsRXhwbG9yZXInLFxuICBjcmVhdGVDb25maWd1cmF0aW9uOiAnZGVzY2VudC5jcmVhdGVDb25maWd1cmF0aW9uJyxcbiAgb3BlbkV4YW1wbGU6ICdkZXNjZW50Lm9wZW5FeGFtcGxlJyxcbiAgc2hvd0xvZzogJ2Rlc2NlbnQuc2hvd0xvZycsXG4gIHJlZnJlc2hSdW5zOiAnZGVzY2VudC5yZWZyZXNoUnVucycsXG4gIG9wZW5SdW46ICdkZXNjZW50Lm9wZW5SdW4nLFxuICByZW5hbWVSdW46ICdkZXNjZW50LnJlbmFtZVJ1bicsXG4gIGRlbGV0ZVJ1bjogJ2Rlc2NlbnQuZGVsZXRlUnVuJyxcbn0gYXMgY29uc3Q7XG5cbmV4cG9ydCBjb25zdCB2aWV3cyA9IHtcbiAgY29udGFpbmVyOiAnZGVzY2VudCcsXG4gIGxlYXJuaW5nQ3VydmVzOiAnZGVzY2VudC5sZWFybmluZ0N1cnZlcycsXG4gIHJ1bnM6ICdkZXNjZW50LnJ1bnMnLFxufSBhcyBjb25zdDtcblxuZXhwb3J0IGNvbnN0IGNvbnRleHRLZXlzID0ge1xuICB0cmFpbmluZzogJ2Rlc2NlbnQudHJhaW5pbmcnLFxuICBwYXVzZWQ6ICdkZXNjZW50LnBhdXNlZCcsXG59IGFzIGNvbnN0O1xuXG5leHBvcnQgY29uc3Qgc2V0dGluZ3MgPSB7XG4gIG9wZW5FeHBsb3Jlck9uVHJhaW46ICdkZXNjZW50Lm9wZW5FeHBsb3Jlck9uVHJhaW4nLFxuICBhbGxvd0RhdGFPdXRzaWRlV29ya3NwYWNlOiAnZGVzY2VudC5hbGxvd0RhdGFPdXRzaWRlV29ya3NwYWNlJyxcbn0gYXMgY29uc3Q7XG5cbi8qKiBUaGUgZWRpdG9yIHBhbmVsJ3MgdHlwZTsgbm90IGNvbnRyaWJ1dGVkLCBzbyBpdCBzdGFuZHMgaW4gbm8gbWFuaWZlc3QuICovXG5leHBvcnQgY29uc3QgZXhwbG9yZXJQYW5lbCA9ICdkZXNjZW50Lm1vZGVsRXhwbG9yZXInO1xuXG5leHBvcnQgY29uc3QgZGlhZ25vc3RpY3NPd25lciA9ICdkZXNjZW50JztcbiIsICJpbXBvcnQgeyBta2R0ZW1wLCByZWFkZGlyLCByZWFkRmlsZSwgcm0sIHdyaXRlRmlsZSB9IGZyb20gJ25vZGU6ZnMvcHJvbWlzZXMnO1xuaW1wb3J0IG9zIGZyb20gJ25vZGU6b3MnO1xuaW1wb3J0IHBhdGggZnJvbSAnbm9kZTpwYXRoJztcbmltcG9ydCAqIGFzIHZzY29kZSBmcm9tICd2c2NvZGUnO1xuXG5leHBvcnQgY29uc3QgZXh0ZW5zaW9uID0gdnNjb2RlLmV4dGVuc2lvbnMuZ2V0RXh0ZW5zaW9uPHsgYWN0aXZhdGlvbk1zOiBudW1iZXIgfT4oJ2Rlc2NlbnQuZGVzY2VudCcpITtcblxuLyoqIEEgY29uZmlndXJhdGlvbiBiZXNpZGUgYSBzbWFsbCBkYXRhIGZpbGU6IHR3byBjbGFzc2VzIHRoYXQgYSBsaW5lIGNhbiBwYXJ0LiAqL1xuY29uc3Qgcm93cyA9IEFycmF5LmZyb20oeyBsZW5ndGg6IDQwIH0sIChfLCBpKSA9PiBgJHtpfSwkeyhpICogNykgJSA0MH0sJHtpIDwgMjAgPyAnbG93JyA6ICdoaWdoJ31gKTtcbmV4cG9ydCBjb25zdCBuRXBvY2hzID0gMztcbmV4cG9ydCBjb25zdCBjb25maWd1cmF0aW9uID0gYGRhdGE6XG4gIHBhdGg6IHBvaW50cy5jc3ZcbiAgdGFyZ2V0OiBsYWJlbFxubW9kZWw6XG4gIGhpZGRlbl9zaXplczogWzRdXG50cmFpbmluZzpcbiAgZXBvY2hzOiAke25FcG9jaHN9XG4gIGxlYXJuaW5nX3JhdGU6IDAuMVxuICBzZWVkOiAxXG5gO1xuXG4vKiogQSBmb2xkZXIgaW4gdGhlIHN5c3RlbSdzIHRlbXBvcmFyeSBmb2xkZXIsIGdvbmUgYWZ0ZXIgdGhlIHRlc3QuICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gd2l0aEZvbGRlcihib2R5OiAoZm9sZGVyOiBzdHJpbmcpID0+IFByb21pc2U8dm9pZD4pIHtcbiAgY29uc3QgZm9sZGVyID0gYXdhaXQgbWtkdGVtcChwYXRoLmpvaW4ob3MudG1wZGlyKCksICdkZXNjZW50LWludGVncmF0aW9uLScpKTtcbiAgdHJ5IHtcbiAgICBhd2FpdCB3cml0ZUZpbGUocGF0aC5qb2luKGZvbGRlciwgJ3BvaW50cy5jc3YnKSwgWyd4LHksbGFiZWwnLCAuLi5yb3dzLCAnJ10uam9pbignXFxuJykpO1xuICAgIGF3YWl0IGJvZHkoZm9sZGVyKTtcbiAgfSBmaW5hbGx5IHtcbiAgICBhd2FpdCB2c2NvZGUuY29tbWFuZHMuZXhlY3V0ZUNvbW1hbmQoJ3dvcmtiZW5jaC5hY3Rpb24uY2xvc2VBbGxFZGl0b3JzJyk7XG4gICAgYXdhaXQgcm0oZm9sZGVyLCB7IHJlY3Vyc2l2ZTogdHJ1ZSwgZm9yY2U6IHRydWUgfSk7XG4gIH1cbn1cblxuLyoqIFdyaXRlcyBhIGNvbmZpZ3VyYXRpb24gYW5kIHNob3dzIGl0IGluIGFuIGVkaXRvci4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBvcGVuQ29uZmlndXJhdGlvbihmb2xkZXI6IHN0cmluZywgdGV4dCA9IGNvbmZpZ3VyYXRpb24pIHtcbiAgY29uc3QgZmlsZSA9IHBhdGguam9pbihmb2xkZXIsICdwb2ludHMubW9kZWwueWFtbCcpO1xuICBhd2FpdCB3cml0ZUZpbGUoZmlsZSwgdGV4dCk7XG4gIGNvbnN0IGRvY3VtZW50ID0gYXdhaXQgdnNjb2RlLndvcmtzcGFjZS5vcGVuVGV4dERvY3VtZW50KGZpbGUpO1xuICBhd2FpdCB2c2NvZGUud2luZG93LnNob3dUZXh0RG9jdW1lbnQoZG9jdW1lbnQpO1xuICByZXR1cm4gZG9jdW1lbnQ7XG59XG5cbi8qKiBUaGUgZmlyc3QgdmFsdWUgdGhhdCBpcyBub3QgdW5kZWZpbmVkOyBhIHRlc3QncyBvd24gdGltZSBsaW1pdCBlbmRzIHRoZSB3YWl0LiAqL1xuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIGV2ZW50dWFsbHk8VD4obG9vazogKCkgPT4gVCB8IHVuZGVmaW5lZCB8IFByb21pc2U8VCB8IHVuZGVmaW5lZD4pOiBQcm9taXNlPFQ+IHtcbiAgZm9yICg7Oykge1xuICAgIGNvbnN0IHNlZW4gPSBhd2FpdCBsb29rKCk7XG4gICAgaWYgKHNlZW4gIT09IHVuZGVmaW5lZCkgcmV0dXJuIHNlZW47XG4gICAgYXdhaXQgbmV3IFByb21pc2UocmVzb2x2ZSA9PiBzZXRUaW1lb3V0KHJlc29sdmUsIDUwKSk7XG4gIH1cbn1cblxuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIHJlYWRKc29uKGZpbGU6IHN0cmluZyk6IFByb21pc2U8UmVjb3JkPHN0cmluZywgdW5rbm93bj4gfCB1bmRlZmluZWQ+IHtcbiAgcmV0dXJuIHJlYWRGaWxlKGZpbGUsICd1dGY4JykudGhlbihKU09OLnBhcnNlLCAoKSA9PiB1bmRlZmluZWQpO1xufVxuXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gcnVuRm9sZGVycyhmb2xkZXI6IHN0cmluZyk6IFByb21pc2U8c3RyaW5nW10+IHtcbiAgY29uc3QgcnVucyA9IHBhdGguam9pbihmb2xkZXIsICcuZGVzY2VudC9ydW5zJyk7XG4gIGNvbnN0IG5hbWVzID0gYXdhaXQgcmVhZGRpcihydW5zKS5jYXRjaCgoKSA9PiBbXSk7XG4gIHJldHVybiBuYW1lcy5tYXAobmFtZSA9PiBwYXRoLmpvaW4ocnVucywgbmFtZSkpO1xufVxuIiwgImltcG9ydCBhc3NlcnQgZnJvbSAnbm9kZTphc3NlcnQvc3RyaWN0JztcbmltcG9ydCAqIGFzIHZzY29kZSBmcm9tICd2c2NvZGUnO1xuaW1wb3J0IHsgY29tbWFuZHMgfSBmcm9tICcuLi8uLi9zcmMvaWRzJztcbmltcG9ydCB7IGV4dGVuc2lvbiwgb3BlbkNvbmZpZ3VyYXRpb24sIHdpdGhGb2xkZXIgfSBmcm9tICcuL3dvcmtzcGFjZSc7XG5cbmNvbnN0IGxpbWl0TXMgPSAxMDA7XG5cbnN1aXRlKCdhY3RpdmF0aW9uJywgKCkgPT4ge1xuICB0ZXN0KCdpcyBxdWljaycsIGFzeW5jIGZ1bmN0aW9uICgpIHtcbiAgICBhd2FpdCB3aXRoRm9sZGVyKGFzeW5jIGZvbGRlciA9PiB7XG4gICAgICBhd2FpdCBvcGVuQ29uZmlndXJhdGlvbihmb2xkZXIpO1xuICAgICAgY29uc3QgeyBhY3RpdmF0aW9uTXMgfSA9IGF3YWl0IGV4dGVuc2lvbi5hY3RpdmF0ZSgpO1xuICAgICAgdGhpcy50ZXN0IS50aXRsZSArPSBgIChhY3RpdmF0aW9uOiAke2FjdGl2YXRpb25Ncy50b0ZpeGVkKDApfSBtcylgO1xuICAgICAgYXNzZXJ0Lm9rKGFjdGl2YXRpb25NcyA8IGxpbWl0TXMsIGBhY3RpdmF0aW9uIHRvb2sgJHthY3RpdmF0aW9uTXN9IG1zLCB0aGUgbGltaXQgaXMgJHtsaW1pdE1zfSBtc2ApO1xuICAgIH0pO1xuICB9KTtcblxuICB0ZXN0KCdyZWdpc3RlcnMgZXZlcnkgY29tbWFuZCcsIGFzeW5jICgpID0+IHtcbiAgICBhd2FpdCBleHRlbnNpb24uYWN0aXZhdGUoKTtcbiAgICBjb25zdCByZWdpc3RlcmVkID0gbmV3IFNldChhd2FpdCB2c2NvZGUuY29tbWFuZHMuZ2V0Q29tbWFuZHModHJ1ZSkpO1xuICAgIGFzc2VydC5kZWVwRXF1YWwoXG4gICAgICBPYmplY3QudmFsdWVzKGNvbW1hbmRzKS5maWx0ZXIoaWQgPT4gIXJlZ2lzdGVyZWQuaGFzKGlkKSksXG4gICAgICBbXSxcbiAgICApO1xuICB9KTtcbn0pO1xuIiwgImltcG9ydCBhc3NlcnQgZnJvbSAnbm9kZTphc3NlcnQvc3RyaWN0JztcbmltcG9ydCAqIGFzIHZzY29kZSBmcm9tICd2c2NvZGUnO1xuaW1wb3J0IHsgZGlhZ25vc3RpY3NPd25lciB9IGZyb20gJy4uLy4uL3NyYy9pZHMnO1xuaW1wb3J0IHsgY29uZmlndXJhdGlvbiwgZXZlbnR1YWxseSwgb3BlbkNvbmZpZ3VyYXRpb24sIHdpdGhGb2xkZXIgfSBmcm9tICcuL3dvcmtzcGFjZSc7XG5cbnN1aXRlKCdhIGNvbmZpZ3VyYXRpb24gaW4gdGhlIGVkaXRvcicsICgpID0+IHtcbiAgdGVzdCgnYSBtaXNzcGVsdCBrZXkgaXMgdG9sZCwgYXQgaXRzIHBsYWNlJywgKCkgPT5cbiAgICB3aXRoRm9sZGVyKGFzeW5jIGZvbGRlciA9PiB7XG4gICAgICBjb25zdCB7IHVyaSB9ID0gYXdhaXQgb3BlbkNvbmZpZ3VyYXRpb24oZm9sZGVyLCBjb25maWd1cmF0aW9uLnJlcGxhY2UoJ2xlYXJuaW5nX3JhdGUnLCAnbGVhcm5pbmdfcmF0JykpO1xuICAgICAgY29uc3QgcHJvYmxlbSA9IGF3YWl0IGV2ZW50dWFsbHkoKCkgPT4gdnNjb2RlLmxhbmd1YWdlcy5nZXREaWFnbm9zdGljcyh1cmkpWzBdKTtcbiAgICAgIGFzc2VydC5lcXVhbChwcm9ibGVtLnNvdXJjZT8udG9Mb3dlckNhc2UoKSwgZGlhZ25vc3RpY3NPd25lcik7XG4gICAgICBhc3NlcnQubWF0Y2gocHJvYmxlbS5tZXNzYWdlLCAvbGVhcm5pbmdfcmF0XFxiLipsZWFybmluZ19yYXRlL3MpO1xuICAgICAgYXNzZXJ0LmVxdWFsKHByb2JsZW0ucmFuZ2Uuc3RhcnQubGluZSwgNyk7XG4gICAgfSkpO1xuXG4gIHRlc3QoJ2EgZ29vZCBmaWxlIGhhcyBubyBwcm9ibGVtcywgYW5kIG1lbmRpbmcgYSBiYWQgb25lIHRha2VzIHRoZW0gYXdheScsICgpID0+XG4gICAgd2l0aEZvbGRlcihhc3luYyBmb2xkZXIgPT4ge1xuICAgICAgY29uc3QgeyB1cmkgfSA9IGF3YWl0IG9wZW5Db25maWd1cmF0aW9uKGZvbGRlciwgY29uZmlndXJhdGlvbi5yZXBsYWNlKCcwLjEnLCAnZmFzdCcpKTtcbiAgICAgIGF3YWl0IGV2ZW50dWFsbHkoKCkgPT4gdnNjb2RlLmxhbmd1YWdlcy5nZXREaWFnbm9zdGljcyh1cmkpWzBdKTtcbiAgICAgIGNvbnN0IGVkaXQgPSBuZXcgdnNjb2RlLldvcmtzcGFjZUVkaXQoKTtcbiAgICAgIGVkaXQucmVwbGFjZSh1cmksIG5ldyB2c2NvZGUuUmFuZ2UoMCwgMCwgMTAwLCAwKSwgY29uZmlndXJhdGlvbik7XG4gICAgICBhd2FpdCB2c2NvZGUud29ya3NwYWNlLmFwcGx5RWRpdChlZGl0KTtcbiAgICAgIGF3YWl0IGV2ZW50dWFsbHkoKCkgPT4gdnNjb2RlLmxhbmd1YWdlcy5nZXREaWFnbm9zdGljcyh1cmkpLmxlbmd0aCA9PT0gMCB8fCB1bmRlZmluZWQpO1xuICAgIH0pKTtcblxuICB0ZXN0KCdhIGtleSBpcyBleHBsYWluZWQgdW5kZXIgdGhlIG1vdXNlJywgKCkgPT5cbiAgICB3aXRoRm9sZGVyKGFzeW5jIGZvbGRlciA9PiB7XG4gICAgICBjb25zdCBkb2N1bWVudCA9IGF3YWl0IG9wZW5Db25maWd1cmF0aW9uKGZvbGRlcik7XG4gICAgICBjb25zdCBwbGFjZSA9IGRvY3VtZW50LnBvc2l0aW9uQXQoZG9jdW1lbnQuZ2V0VGV4dCgpLmluZGV4T2YoJ2xlYXJuaW5nX3JhdGUnKSArIDMpO1xuICAgICAgY29uc3Qgd29yZHMgPSBhd2FpdCBldmVudHVhbGx5KGFzeW5jICgpID0+IHtcbiAgICAgICAgY29uc3QgaG92ZXJzID0gYXdhaXQgdnNjb2RlLmNvbW1hbmRzLmV4ZWN1dGVDb21tYW5kPHZzY29kZS5Ib3ZlcltdPihcbiAgICAgICAgICAndnNjb2RlLmV4ZWN1dGVIb3ZlclByb3ZpZGVyJyxcbiAgICAgICAgICBkb2N1bWVudC51cmksXG4gICAgICAgICAgcGxhY2UsXG4gICAgICAgICk7XG4gICAgICAgIHJldHVybiBob3ZlcnMuZmxhdE1hcCgoeyBjb250ZW50cyB9KSA9PiBjb250ZW50cy5tYXAodGV4dE9mKSkuam9pbignXFxuJykgfHwgdW5kZWZpbmVkO1xuICAgICAgfSk7XG4gICAgICBhc3NlcnQubWF0Y2god29yZHMsIC9TdGVwIHNpemUvKTtcbiAgICB9KSk7XG59KTtcblxuY29uc3QgdGV4dE9mID0gKGNvbnRlbnQ6IHZzY29kZS5NYXJrZG93blN0cmluZyB8IHZzY29kZS5NYXJrZWRTdHJpbmcpID0+XG4gIHR5cGVvZiBjb250ZW50ID09PSAnc3RyaW5nJyA/IGNvbnRlbnQgOiBjb250ZW50LnZhbHVlO1xuIiwgImltcG9ydCBhc3NlcnQgZnJvbSAnbm9kZTphc3NlcnQvc3RyaWN0JztcbmltcG9ydCB7IHJlYWRGaWxlIH0gZnJvbSAnbm9kZTpmcy9wcm9taXNlcyc7XG5pbXBvcnQgcGF0aCBmcm9tICdub2RlOnBhdGgnO1xuaW1wb3J0ICogYXMgdnNjb2RlIGZyb20gJ3ZzY29kZSc7XG5pbXBvcnQgeyBjb21tYW5kcyB9IGZyb20gJy4uLy4uL3NyYy9pZHMnO1xuaW1wb3J0IHsgZXZlbnR1YWxseSwgbkVwb2Nocywgb3BlbkNvbmZpZ3VyYXRpb24sIHJlYWRKc29uLCBydW5Gb2xkZXJzLCB3aXRoRm9sZGVyIH0gZnJvbSAnLi93b3Jrc3BhY2UnO1xuXG5zdWl0ZSgnVHJhaW4gTW9kZWwnLCAoKSA9PiB7XG4gIHRlc3QoJ2xlYXZlcyBhIGZpbmlzaGVkIHJ1biB3aXRoIGV2ZXJ5IGVwb2NoIG9uIGRpc2snLCAoKSA9PlxuICAgIHdpdGhGb2xkZXIoYXN5bmMgZm9sZGVyID0+IHtcbiAgICAgIGF3YWl0IG9wZW5Db25maWd1cmF0aW9uKGZvbGRlcik7XG4gICAgICBhd2FpdCB2c2NvZGUuY29tbWFuZHMuZXhlY3V0ZUNvbW1hbmQoY29tbWFuZHMudHJhaW5Nb2RlbCk7XG4gICAgICBjb25zdCBydW4gPSBhd2FpdCBldmVudHVhbGx5KGFzeW5jICgpID0+IChhd2FpdCBydW5Gb2xkZXJzKGZvbGRlcikpWzBdKTtcbiAgICAgIGNvbnN0IHJlY29yZCA9IGF3YWl0IGV2ZW50dWFsbHkoYXN5bmMgKCkgPT4ge1xuICAgICAgICBjb25zdCB3cml0dGVuID0gYXdhaXQgcmVhZEpzb24ocGF0aC5qb2luKHJ1biwgJ3J1bi5qc29uJykpO1xuICAgICAgICByZXR1cm4gd3JpdHRlbiAmJiB3cml0dGVuLnN0YXR1cyAhPT0gJ3J1bm5pbmcnID8gd3JpdHRlbiA6IHVuZGVmaW5lZDtcbiAgICAgIH0pO1xuICAgICAgYXNzZXJ0LmVxdWFsKHJlY29yZC5zdGF0dXMsICdmaW5pc2hlZCcsIFN0cmluZyhyZWNvcmQubWVzc2FnZSkpO1xuICAgICAgY29uc3QgbGluZXMgPSAoYXdhaXQgcmVhZEZpbGUocGF0aC5qb2luKHJ1biwgJ21ldHJpY3MuanNvbmwnKSwgJ3V0ZjgnKSkudHJpbSgpLnNwbGl0KCdcXG4nKTtcbiAgICAgIGNvbnN0IGVwb2NocyA9IGxpbmVzLm1hcChsaW5lID0+IEpTT04ucGFyc2UobGluZSkuZXBvY2gpLmZpbHRlcihlcG9jaCA9PiBlcG9jaCAhPT0gdW5kZWZpbmVkKTtcbiAgICAgIGFzc2VydC5kZWVwRXF1YWwoXG4gICAgICAgIGVwb2NocyxcbiAgICAgICAgQXJyYXkuZnJvbSh7IGxlbmd0aDogbkVwb2NocyB9LCAoXywgaSkgPT4gaSArIDEpLFxuICAgICAgKTtcbiAgICB9KSk7XG59KTtcbiIsICJpbXBvcnQgTW9jaGEgZnJvbSAnbW9jaGEnO1xuXG4vKiogQ2FsbGVkIGJ5IFZTIENvZGUgaW5zaWRlIHRoZSBleHRlbnNpb24gaG9zdDsgYSByZWplY3Rpb24gaXMgYSBmYWlsZWQgcnVuLiAqL1xuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIHJ1bigpOiBQcm9taXNlPHZvaWQ+IHtcbiAgY29uc3Qgb3V0cHV0ID0gcHJvY2Vzcy5lbnYuREVTQ0VOVF9SRVBPUlQ7XG4gIGNvbnN0IG1vY2hhID0gbmV3IE1vY2hhKHtcbiAgICB1aTogJ3RkZCcsXG4gICAgdGltZW91dDogMTIwXzAwMCxcbiAgICAuLi4ob3V0cHV0ID8geyByZXBvcnRlcjogJ2pzb24nLCByZXBvcnRlck9wdGlvbnM6IHsgb3V0cHV0IH0gfSA6IHsgcmVwb3J0ZXI6ICdzcGVjJyB9KSxcbiAgfSk7XG4gIC8vIFRoZSBzdWl0ZXMgYXJlIGJ1bmRsZWQgaW50byB0aGlzIGZpbGUsIHNvIHRoZSB3b3JkcyBgc3VpdGVgIGFuZCBgdGVzdGAgbXVzdCBleGlzdCBiZWZvcmUgdGhleSBhcmUgbG9hZGVkLlxuICBtb2NoYS5zdWl0ZS5lbWl0KE1vY2hhLlN1aXRlLmNvbnN0YW50cy5FVkVOVF9GSUxFX1BSRV9SRVFVSVJFLCBnbG9iYWxUaGlzLCAnJywgbW9jaGEpO1xuICBhd2FpdCBQcm9taXNlLmFsbChbaW1wb3J0KCcuL2FjdGl2YXRpb24nKSwgaW1wb3J0KCcuL2VkaXRpbmcnKSwgaW1wb3J0KCcuL3RyYWluaW5nJyldKTtcbiAgY29uc3QgbkZhaWxlZCA9IGF3YWl0IG5ldyBQcm9taXNlPG51bWJlcj4ocmVzb2x2ZSA9PiBtb2NoYS5ydW4ocmVzb2x2ZSkpO1xuICBpZiAobkZhaWxlZCA+IDApIHRocm93IG5ldyBFcnJvcihgJHtuRmFpbGVkfSBmYWlsZWQgaW4gdGhlIGV4dGVuc2lvbiBob3N0YCk7XG59XG4iXSwKICAibWFwcGluZ3MiOiAiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQUFBLElBRWEsVUFrQ0E7QUFwQ2I7QUFBQTtBQUFBO0FBRU8sSUFBTSxXQUFXO0FBQUEsTUFDdEIsWUFBWTtBQUFBLE1BQ1osY0FBYztBQUFBLE1BQ2QsZUFBZTtBQUFBLE1BQ2YsZ0JBQWdCO0FBQUEsTUFDaEIsbUJBQW1CO0FBQUEsTUFDbkIscUJBQXFCO0FBQUEsTUFDckIsYUFBYTtBQUFBLE1BQ2IsU0FBUztBQUFBLE1BQ1QsYUFBYTtBQUFBLE1BQ2IsU0FBUztBQUFBLE1BQ1QsV0FBVztBQUFBLE1BQ1gsV0FBVztBQUFBLElBQ2I7QUFxQk8sSUFBTSxtQkFBbUI7QUFBQTtBQUFBOzs7QUNkaEMsZUFBc0IsV0FBVyxNQUF5QztBQUN4RSxRQUFNLFNBQVMsVUFBTSx5QkFBUSxpQkFBQUEsUUFBSyxLQUFLLGVBQUFDLFFBQUcsT0FBTyxHQUFHLHNCQUFzQixDQUFDO0FBQzNFLE1BQUk7QUFDRixjQUFNLDJCQUFVLGlCQUFBRCxRQUFLLEtBQUssUUFBUSxZQUFZLEdBQUcsQ0FBQyxhQUFhLEdBQUcsTUFBTSxFQUFFLEVBQUUsS0FBSyxJQUFJLENBQUM7QUFDdEYsVUFBTSxLQUFLLE1BQU07QUFBQSxFQUNuQixVQUFFO0FBQ0EsVUFBYSxnQkFBUyxlQUFlLGtDQUFrQztBQUN2RSxjQUFNLG9CQUFHLFFBQVEsRUFBRSxXQUFXLE1BQU0sT0FBTyxLQUFLLENBQUM7QUFBQSxFQUNuRDtBQUNGO0FBR0EsZUFBc0Isa0JBQWtCLFFBQWdCLE9BQU8sZUFBZTtBQUM1RSxRQUFNLE9BQU8saUJBQUFBLFFBQUssS0FBSyxRQUFRLG1CQUFtQjtBQUNsRCxZQUFNLDJCQUFVLE1BQU0sSUFBSTtBQUMxQixRQUFNLFdBQVcsTUFBYSxpQkFBVSxpQkFBaUIsSUFBSTtBQUM3RCxRQUFhLGNBQU8saUJBQWlCLFFBQVE7QUFDN0MsU0FBTztBQUNUO0FBR0EsZUFBc0IsV0FBYyxNQUFnRTtBQUNsRyxhQUFTO0FBQ1AsVUFBTSxPQUFPLE1BQU0sS0FBSztBQUN4QixRQUFJLFNBQVMsT0FBVyxRQUFPO0FBQy9CLFVBQU0sSUFBSSxRQUFRLGFBQVcsV0FBVyxTQUFTLEVBQUUsQ0FBQztBQUFBLEVBQ3REO0FBQ0Y7QUFFQSxlQUFzQixTQUFTLE1BQTREO0FBQ3pGLGFBQU8sMEJBQVMsTUFBTSxNQUFNLEVBQUUsS0FBSyxLQUFLLE9BQU8sTUFBTSxNQUFTO0FBQ2hFO0FBRUEsZUFBc0IsV0FBVyxRQUFtQztBQUNsRSxRQUFNLE9BQU8saUJBQUFBLFFBQUssS0FBSyxRQUFRLGVBQWU7QUFDOUMsUUFBTSxRQUFRLFVBQU0seUJBQVEsSUFBSSxFQUFFLE1BQU0sTUFBTSxDQUFDLENBQUM7QUFDaEQsU0FBTyxNQUFNLElBQUksVUFBUSxpQkFBQUEsUUFBSyxLQUFLLE1BQU0sSUFBSSxDQUFDO0FBQ2hEO0FBM0RBLHFCQUNBLGdCQUNBLGtCQUNBLFFBRWEsV0FHUCxNQUNPLFNBQ0E7QUFWYjtBQUFBO0FBQUE7QUFBQSxzQkFBMEQ7QUFDMUQscUJBQWU7QUFDZix1QkFBaUI7QUFDakIsYUFBd0I7QUFFakIsSUFBTSxZQUFtQixrQkFBVyxhQUF1QyxpQkFBaUI7QUFHbkcsSUFBTSxPQUFPLE1BQU0sS0FBSyxFQUFFLFFBQVEsR0FBRyxHQUFHLENBQUMsR0FBRyxNQUFNLEdBQUcsQ0FBQyxJQUFLLElBQUksSUFBSyxFQUFFLElBQUksSUFBSSxLQUFLLFFBQVEsTUFBTSxFQUFFO0FBQzVGLElBQU0sVUFBVTtBQUNoQixJQUFNLGdCQUFnQjtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQSxZQU1qQixPQUFPO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTs7O0FDaEJuQjtBQUFBLG1CQUNBRSxTQUlNO0FBTE47QUFBQTtBQUFBO0FBQUEsb0JBQW1CO0FBQ25CLElBQUFBLFVBQXdCO0FBQ3hCO0FBQ0E7QUFFQSxJQUFNLFVBQVU7QUFFaEIsVUFBTSxjQUFjLE1BQU07QUFDeEIsV0FBSyxZQUFZLGlCQUFrQjtBQUNqQyxjQUFNLFdBQVcsT0FBTSxXQUFVO0FBQy9CLGdCQUFNLGtCQUFrQixNQUFNO0FBQzlCLGdCQUFNLEVBQUUsYUFBYSxJQUFJLE1BQU0sVUFBVSxTQUFTO0FBQ2xELGVBQUssS0FBTSxTQUFTLGlCQUFpQixhQUFhLFFBQVEsQ0FBQyxDQUFDO0FBQzVELHdCQUFBQyxRQUFPLEdBQUcsZUFBZSxTQUFTLG1CQUFtQixZQUFZLHFCQUFxQixPQUFPLEtBQUs7QUFBQSxRQUNwRyxDQUFDO0FBQUEsTUFDSCxDQUFDO0FBRUQsV0FBSywyQkFBMkIsWUFBWTtBQUMxQyxjQUFNLFVBQVUsU0FBUztBQUN6QixjQUFNLGFBQWEsSUFBSSxJQUFJLE1BQWEsaUJBQVMsWUFBWSxJQUFJLENBQUM7QUFDbEUsc0JBQUFBLFFBQU87QUFBQSxVQUNMLE9BQU8sT0FBTyxRQUFRLEVBQUUsT0FBTyxRQUFNLENBQUMsV0FBVyxJQUFJLEVBQUUsQ0FBQztBQUFBLFVBQ3hELENBQUM7QUFBQSxRQUNIO0FBQUEsTUFDRixDQUFDO0FBQUEsSUFDSCxDQUFDO0FBQUE7QUFBQTs7O0FDekJEO0FBQUEsSUFBQUMsZ0JBQ0FDLFNBd0NNO0FBekNOO0FBQUE7QUFBQTtBQUFBLElBQUFELGlCQUFtQjtBQUNuQixJQUFBQyxVQUF3QjtBQUN4QjtBQUNBO0FBRUEsVUFBTSxpQ0FBaUMsTUFBTTtBQUMzQyxXQUFLLHdDQUF3QyxNQUMzQyxXQUFXLE9BQU0sV0FBVTtBQUN6QixjQUFNLEVBQUUsSUFBSSxJQUFJLE1BQU0sa0JBQWtCLFFBQVEsY0FBYyxRQUFRLGlCQUFpQixjQUFjLENBQUM7QUFDdEcsY0FBTSxVQUFVLE1BQU0sV0FBVyxNQUFhLGtCQUFVLGVBQWUsR0FBRyxFQUFFLENBQUMsQ0FBQztBQUM5RSx1QkFBQUMsUUFBTyxNQUFNLFFBQVEsUUFBUSxZQUFZLEdBQUcsZ0JBQWdCO0FBQzVELHVCQUFBQSxRQUFPLE1BQU0sUUFBUSxTQUFTLGdDQUFnQztBQUM5RCx1QkFBQUEsUUFBTyxNQUFNLFFBQVEsTUFBTSxNQUFNLE1BQU0sQ0FBQztBQUFBLE1BQzFDLENBQUMsQ0FBQztBQUVKLFdBQUssc0VBQXNFLE1BQ3pFLFdBQVcsT0FBTSxXQUFVO0FBQ3pCLGNBQU0sRUFBRSxJQUFJLElBQUksTUFBTSxrQkFBa0IsUUFBUSxjQUFjLFFBQVEsT0FBTyxNQUFNLENBQUM7QUFDcEYsY0FBTSxXQUFXLE1BQWEsa0JBQVUsZUFBZSxHQUFHLEVBQUUsQ0FBQyxDQUFDO0FBQzlELGNBQU0sT0FBTyxJQUFXLHNCQUFjO0FBQ3RDLGFBQUssUUFBUSxLQUFLLElBQVcsY0FBTSxHQUFHLEdBQUcsS0FBSyxDQUFDLEdBQUcsYUFBYTtBQUMvRCxjQUFhLGtCQUFVLFVBQVUsSUFBSTtBQUNyQyxjQUFNLFdBQVcsTUFBYSxrQkFBVSxlQUFlLEdBQUcsRUFBRSxXQUFXLEtBQUssTUFBUztBQUFBLE1BQ3ZGLENBQUMsQ0FBQztBQUVKLFdBQUssc0NBQXNDLE1BQ3pDLFdBQVcsT0FBTSxXQUFVO0FBQ3pCLGNBQU0sV0FBVyxNQUFNLGtCQUFrQixNQUFNO0FBQy9DLGNBQU0sUUFBUSxTQUFTLFdBQVcsU0FBUyxRQUFRLEVBQUUsUUFBUSxlQUFlLElBQUksQ0FBQztBQUNqRixjQUFNLFFBQVEsTUFBTSxXQUFXLFlBQVk7QUFDekMsZ0JBQU0sU0FBUyxNQUFhLGlCQUFTO0FBQUEsWUFDbkM7QUFBQSxZQUNBLFNBQVM7QUFBQSxZQUNUO0FBQUEsVUFDRjtBQUNBLGlCQUFPLE9BQU8sUUFBUSxDQUFDLEVBQUUsU0FBUyxNQUFNLFNBQVMsSUFBSSxNQUFNLENBQUMsRUFBRSxLQUFLLElBQUksS0FBSztBQUFBLFFBQzlFLENBQUM7QUFDRCx1QkFBQUEsUUFBTyxNQUFNLE9BQU8sV0FBVztBQUFBLE1BQ2pDLENBQUMsQ0FBQztBQUFBLElBQ04sQ0FBQztBQUVELElBQU0sU0FBUyxDQUFDLFlBQ2QsT0FBTyxZQUFZLFdBQVcsVUFBVSxRQUFRO0FBQUE7QUFBQTs7O0FDMUNsRDtBQUFBLElBQUFDLGdCQUNBQyxrQkFDQUMsbUJBQ0FDO0FBSEE7QUFBQTtBQUFBO0FBQUEsSUFBQUgsaUJBQW1CO0FBQ25CLElBQUFDLG1CQUF5QjtBQUN6QixJQUFBQyxvQkFBaUI7QUFDakIsSUFBQUMsVUFBd0I7QUFDeEI7QUFDQTtBQUVBLFVBQU0sZUFBZSxNQUFNO0FBQ3pCLFdBQUssa0RBQWtELE1BQ3JELFdBQVcsT0FBTSxXQUFVO0FBQ3pCLGNBQU0sa0JBQWtCLE1BQU07QUFDOUIsY0FBYSxpQkFBUyxlQUFlLFNBQVMsVUFBVTtBQUN4RCxjQUFNQyxPQUFNLE1BQU0sV0FBVyxhQUFhLE1BQU0sV0FBVyxNQUFNLEdBQUcsQ0FBQyxDQUFDO0FBQ3RFLGNBQU0sU0FBUyxNQUFNLFdBQVcsWUFBWTtBQUMxQyxnQkFBTSxVQUFVLE1BQU0sU0FBUyxrQkFBQUMsUUFBSyxLQUFLRCxNQUFLLFVBQVUsQ0FBQztBQUN6RCxpQkFBTyxXQUFXLFFBQVEsV0FBVyxZQUFZLFVBQVU7QUFBQSxRQUM3RCxDQUFDO0FBQ0QsdUJBQUFFLFFBQU8sTUFBTSxPQUFPLFFBQVEsWUFBWSxPQUFPLE9BQU8sT0FBTyxDQUFDO0FBQzlELGNBQU0sU0FBUyxVQUFNLDJCQUFTLGtCQUFBRCxRQUFLLEtBQUtELE1BQUssZUFBZSxHQUFHLE1BQU0sR0FBRyxLQUFLLEVBQUUsTUFBTSxJQUFJO0FBQ3pGLGNBQU0sU0FBUyxNQUFNLElBQUksVUFBUSxLQUFLLE1BQU0sSUFBSSxFQUFFLEtBQUssRUFBRSxPQUFPLFdBQVMsVUFBVSxNQUFTO0FBQzVGLHVCQUFBRSxRQUFPO0FBQUEsVUFDTDtBQUFBLFVBQ0EsTUFBTSxLQUFLLEVBQUUsUUFBUSxRQUFRLEdBQUcsQ0FBQyxHQUFHLE1BQU0sSUFBSSxDQUFDO0FBQUEsUUFDakQ7QUFBQSxNQUNGLENBQUMsQ0FBQztBQUFBLElBQ04sQ0FBQztBQUFBO0FBQUE7OztBQ3pCRDtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUEsbUJBQWtCO0FBR2xCLGVBQXNCLE1BQXFCO0FBQ3pDLFFBQU0sU0FBUyxRQUFRLElBQUk7QUFDM0IsUUFBTSxRQUFRLElBQUksYUFBQUMsUUFBTTtBQUFBLElBQ3RCLElBQUk7QUFBQSxJQUNKLFNBQVM7QUFBQSxJQUNULEdBQUksU0FBUyxFQUFFLFVBQVUsUUFBUSxpQkFBaUIsRUFBRSxPQUFPLEVBQUUsSUFBSSxFQUFFLFVBQVUsT0FBTztBQUFBLEVBQ3RGLENBQUM7QUFFRCxRQUFNLE1BQU0sS0FBSyxhQUFBQSxRQUFNLE1BQU0sVUFBVSx3QkFBd0IsWUFBWSxJQUFJLEtBQUs7QUFDcEYsUUFBTSxRQUFRLElBQUksQ0FBQyx1RUFBd0IsaUVBQXFCLGlFQUFvQixDQUFDO0FBQ3JGLFFBQU0sVUFBVSxNQUFNLElBQUksUUFBZ0IsYUFBVyxNQUFNLElBQUksT0FBTyxDQUFDO0FBQ3ZFLE1BQUksVUFBVSxFQUFHLE9BQU0sSUFBSSxNQUFNLEdBQUcsT0FBTywrQkFBK0I7QUFDNUU7IiwKICAibmFtZXMiOiBbInBhdGgiLCAib3MiLCAidnNjb2RlIiwgImFzc2VydCIsICJpbXBvcnRfc3RyaWN0IiwgInZzY29kZSIsICJhc3NlcnQiLCAiaW1wb3J0X3N0cmljdCIsICJpbXBvcnRfcHJvbWlzZXMiLCAiaW1wb3J0X25vZGVfcGF0aCIsICJ2c2NvZGUiLCAicnVuIiwgInBhdGgiLCAiYXNzZXJ0IiwgIk1vY2hhIl0KfQo=
