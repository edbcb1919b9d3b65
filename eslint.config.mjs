import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import prettier from "eslint-config-prettier";
import { core, street } from "./src/street.mjs";

// The street of docs/decisions/0001: each module may enter only those before it, and only through their index.
const deepEntry = {
  regex: String.raw`^(\.\./)+(${street.join("|")})/(?!index$)(?!files$)(?!office$)(?!in-(page|worker)$).+`,
  message: "Enter a module through its index.ts.",
};
const uphill = (module) => ({
  regex: String.raw`^(\.\./)+(${street.slice(street.indexOf(module) + 1).join("|") || "(?!)"})(/|$)`,
  message: `Arrows run downhill only: ${module} may not use a later module.`,
});
const platform = {
  regex: String.raw`^(node:.*|fs|path|os|crypto|process|office-js|@microsoft/office-js|hucre.*)$`,
  message: "The core is pure: no file, no host, no workbook library.",
};

// The folders of `inventory`, in their order: each may use only those before it, and `texts` nothing else there but the reasons of `types`.
const readingFolders = ["texts", "tables", "rows", "rules", "views"];
const laterFolder = (folder) => ({
  regex: String.raw`^\.\./(${readingFolders.slice(readingFolders.indexOf(folder) + 1).join("|") || "(?!)"})/`,
  message: `In inventory, ${folder} may not use a later folder: ${readingFolders.join(", ")}.`,
});
const besideTexts = {
  regex: String.raw`^\.\./(?!\.\./|types$)`,
  message: "What a text says depends on nothing else in inventory than the reasons of types.",
};

// Names that said nothing, or several things at once: what each of them means has a name of its own.
const bannedNames = [
  ...["door", "desk", "surroundings", "outbox", "turns", "persist", "heldBack", "afterword", "vote"],
  ...["leftAside", "isAside", "textsApart", "tellCounted", "takeInSteps", "frenchWhen", "markStanding", "ownSheets"],
];

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "coverage/**", "node_modules/**"] },
  ...tseslint.configs.recommended,
  prettier,
  {
    // Excel is spoken to in one place only.
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/workbook/**"],
    rules: {
      "no-restricted-globals": ["error", { name: "Excel", message: "Only src/workbook/office speaks to Excel." }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='sync']",
          message: "Only src/workbook/office calls sync.",
        },
        {
          selector: "CallExpression[callee.property.name='requestUpdate']",
          message: "It takes the focus to the grid on the web.",
        },
      ],
      "no-alert": "error",
    },
  },
  {
    // What is read before it was loaded throws in the tests, where the real Office.js runs.
    files: ["src/workbook/office/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            ":matches(ForStatement, ForOfStatement, ForInStatement, WhileStatement) CallExpression[callee.property.name='sync']",
          message: "A request in a loop: load all, then sync once.",
        },
        {
          selector: "CallExpression[callee.property.name='load'][arguments.length=0]",
          message: "It loads everything: name what is wanted.",
        },
        {
          selector: "AssignmentExpression[left.object.name='Office'][left.property.name='initialize']",
          message: "Office.onReady takes its place.",
        },
      ],
    },
  },
  {
    rules: { "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }], "max-lines": ["warn", 300] },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "import-x": importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".tsx"] })],
    },
    rules: {
      // What is loaded when first asked for may need what loads it.
      "import-x/no-cycle": ["error", { allowUnsafeDynamicCyclicDependency: true }],
      "id-denylist": ["error", ...bannedNames],
    },
  },
  ...street.map((module) => ({
    files: [`src/${module}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [deepEntry, uphill(module), ...(core.includes(module) ? [platform] : [])] },
      ],
    },
  })),
  ...readingFolders.map((folder) => ({
    files: [`src/inventory/${folder}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            ...[deepEntry, uphill("inventory"), platform, laterFolder(folder)],
            ...(folder === "texts" ? [besideTexts] : []),
          ],
        },
      ],
    },
  })),
  {
    files: core.map((module) => `src/${module}/**/*.ts`),
    rules: {
      "no-restricted-globals": [
        "error",
        ...[
          "Date",
          "window",
          "document",
          "process",
          "Office",
          "Excel",
          "fetch",
          "setTimeout",
          "performance",
          "crypto",
        ].map((name) => ({ name, message: "The core has no clock, no DOM, no host." })),
      ],
      "no-restricted-properties": ["error", { object: "Math", property: "random", message: "The core has no random." }],
    },
  },
);
