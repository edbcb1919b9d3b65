import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import CopyWebpackPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import { describedFunctions, functionsPage } from "./src/help/functions-page.mjs";
import { guidePage } from "./src/help/guide-page.mjs";
import { core } from "./src/street.mjs";
import { Installer, installerScript } from "./webpack/installer.js";
import { KeptOffline, serviceWorker } from "./webpack/kept-offline.js";
import { NextSteps } from "./webpack/next-steps.js";
import { Notices } from "./webpack/notices.js";
import {
  developmentBase,
  hostedOffice,
  installerPages,
  PublishedPages,
  withoutExcel,
} from "./webpack/published-pages.js";

const require = createRequire(import.meta.url);
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");

const here = fileURLToPath(new URL(".", import.meta.url));

/** Office.js beside the pages, for networks that cannot reach Microsoft's address. docs/decisions/0008 says why these files. */
const localOffice = {
  library: "office/office.js",
  copies: [
    "LICENSE.md",
    ...[
      "office.js",
      "excel-win32-16.01.js",
      "excel-mac-16.00.js",
      "excel-web-16.00.js",
      "o15apptofilemappingtable.js",
      "fr-fr/office_strings.js",
      "en-us/office_strings.js",
    ].map((name) => `dist/${name}`),
  ].map((name) => ({
    from: `node_modules/@microsoft/office-js/${name}`,
    to: `office/${name.replace("dist/", "")}`,
    // Its licence allows to copy it as it is: nothing makes it smaller.
    info: { minimized: true },
  })),
  /** What help says of where it comes from. */
  wording: [
    [/, et la bibliothèque d’Office depuis celui de\s+Microsoft\./, ", comme la bibliothèque d’Office."],
    [/, and the Office library from Microsoft’s\./, ", and so does the Office library."],
  ],
};

const guidePictures = "assets/guide";

const typescript = {
  test: /\.tsx?$/,
  loader: "ts-loader",
  // Types are held by `npm run types`.
  options: { transpileOnly: true, compilerOptions: { noEmit: false } },
};

/**
 * The core does nothing by being loaded, but for `inventory`, which brings its sentences; nor does `pdf`: what only a later part
 * of the pane calls, pdfkit for one, can then come with that part.
 */
const pureModules = {
  include: [...core, "pdf"].map((module) => join(here, "src", module)),
  exclude: join(here, "src", "inventory", "index.ts"),
  sideEffects: false,
};
const extensions = [".tsx", ".ts", ".js"];

/** The command line as one file for Node, `dist/rebill.mjs`, with all it needs inside. */
const commandLine = (mode) => ({
  name: "rebill",
  mode,
  target: "node20",
  entry: { rebill: "./src/cli/main.ts" },
  experiments: { outputModule: true },
  output: {
    path: join(here, "dist"),
    filename: "[name].mjs",
    module: true,
    chunkFormat: "module",
    asyncChunks: false,
    // Written even where it is the same as before: what is checked of it asks whether it is older than its sources.
    compareBeforeEmit: false,
  },
  resolve: { extensions },
  module: { rules: [typescript, { test: /\.ttf$/, type: "asset/inline" }] },
  devtool: false,
  plugins: [new Notices({ inside: "rebill.mjs" })],
  // Nothing is downloaded: legible stack traces are worth more than bytes.
  optimization: { minimize: false },
  performance: { hints: false },
});

/**
 * The add-in, `dist/taskpane.html` and what it loads, for the address `base`, with Office.js from `office`. A release is for any address:
 * its installer gives the files that hold one.
 */
const addIn = (mode, base, office, { isRelease = false } = {}) => ({
  name: "add-in",
  mode,
  target: ["web", "es2022"],
  entry: {
    // One page for the pane and the ribbon's commands, which act on the pane's session.
    taskpane: ["./src/taskpane/main.tsx", "./src/commands/commands.ts"],
    // The pane without Excel, beside a workbook opened from a file.
    navigateur: "./src/taskpane/browser/main.tsx",
    // What keeps the page for when the network is away.
    "service-worker": { import: "./src/taskpane/browser/service-worker.ts", filename: serviceWorker },
    // The pane loads the functions by itself, as a chunk. This file stands alone, because the manifest has to name one.
    functions: { import: "./src/functions/functions.ts", filename: "functions.js" },
    installer: { import: "./src/installer/main.ts", filename: installerScript },
  },
  output: {
    path: join(here, "dist"),
    filename: "[name].[contenthash:12].js",
    chunkFilename: "[name].[contenthash:12].js",
    assetModuleFilename: "[name].[contenthash:12][ext]",
    // Addresses are relative to the page: the add-in may live in any folder of a site.
    publicPath: "",
    clean: { keep: "rebill.mjs" },
  },
  resolve: {
    extensions,
    alias: { "communes-of-france$": require.resolve("@etalab/decoupage-administratif/data/epci.json") },
  },
  module: {
    rules: [
      typescript,
      pureModules,
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"], sideEffects: true },
      // Of the list of France, what the pane asks of it.
      { test: /epci\.json$/, type: "javascript/auto", loader: "./webpack/communes-of-france.js" },
      // Never inlined: the policy allows no data: address.
      { test: /\.(png|svg|woff2|ttf)$/, type: "asset/resource" },
      // pdfkit's colour profile is not written: PDFs hold a smaller one of ours, and IIS serves no .icc, for want of which a browser would keep
      // nothing of the page.
      { test: /\.icc$/, type: "asset/resource", generator: { emit: false } },
    ],
  },
  // Never a kind that evaluates: the policy refuses it.
  devtool: isRelease ? false : mode === "production" ? "source-map" : "cheap-module-source-map",
  optimization: {
    splitChunks: { chunks: (chunk) => chunk.name !== "functions" && !chunk.canBeInitial() },
    // As small as webpack's own choice, terser, in a quarter of the time; style sheets are left as they are by both.
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        minimizerOptions: { compress: { passes: 3 } },
        extractComments: false,
      }),
      new MinimizerPlugin({ test: /\.css$/, minify: MinimizerPlugin.esbuildMinifyCss }),
    ],
  },
  performance: { hints: false },
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: "functions.json", input: "./src/functions/functions.ts" }),
    new HtmlWebpackPlugin({
      filename: "taskpane.html",
      template: "./src/taskpane/taskpane.html",
      chunks: ["taskpane"],
      scriptLoading: "defer",
    }),
    new HtmlWebpackPlugin({
      filename: withoutExcel,
      template: "./src/taskpane/browser/navigateur.html",
      chunks: ["navigateur"],
      scriptLoading: "defer",
    }),
    ...installerPages.map(
      (filename) =>
        new HtmlWebpackPlugin({
          filename,
          template: `./src/installer/${filename}`,
          chunks: ["installer"],
          scriptLoading: "defer",
        }),
    ),
    new MiniCssExtractPlugin({ filename: "[name].[contenthash:12].css" }),
    new CopyWebpackPlugin({
      patterns: [
        "manifest.xml",
        { from: "LICENSE", to: "LICENSE.txt" },
        { from: "assets/icons/*.png", to: "assets/icons/[name][ext]" },
        { from: "src/help/*.html", to: "[name][ext]" },
        { from: "src/help/*.css", to: "[name].[contenthash:12][ext]" },
        ...Object.entries({ "aide-fonctions": "fr", "functions-en": "en" }).map(([name, language]) => ({
          from: `src/help/${name}.md`,
          to: `${name}.html`,
          transform: async (text) => functionsPage(text.toString(), await describedFunctions(), language),
        })),
        { from: "docs/guide.md", to: "guide.html", transform: (guide) => guidePage(guide.toString(), guidePictures) },
        { from: "docs/images/*.png", to: `${guidePictures}/[name].[contenthash:12][ext]` },
        ...office.copies,
      ],
    }),
    new Notices(),
    new PublishedPages(base, office),
    new KeptOffline(),
    new Installer(base, { isRelease }),
  ],
  devServer: {
    host: "localhost",
    port: 3000,
    headers: { "Access-Control-Allow-Origin": "*" },
    static: false,
    // Both put styles or code in the page that its policy refuses.
    hot: false,
    client: { overlay: false },
  },
});

/** The pane without Excel alone, served on this computer as it is built: nothing is added to the page, nothing is watched. */
const servedPage = (mode) => {
  const { entry, plugins, ...addin } = addIn(mode, developmentBase, hostedOffice);
  const ofExcel = [CustomFunctionsMetadataPlugin, Installer];
  return {
    ...addin,
    name: "web",
    entry: { navigateur: entry.navigateur, "service-worker": entry["service-worker"] },
    plugins: plugins.filter(
      (plugin) =>
        !ofExcel.some((kind) => plugin instanceof kind) &&
        !(plugin instanceof HtmlWebpackPlugin && plugin.userOptions.filename !== withoutExcel),
    ),
    devtool: false,
    watchOptions: { ignored: /./ },
    stats: "errors-only",
    infrastructureLogging: { level: "warn" },
    devServer: {
      host: "localhost",
      port: "auto",
      static: false,
      hot: false,
      liveReload: false,
      client: false,
      webSocketServer: false,
      onListening: ({ server }) => {
        const { port } = server.address();
        console.log(`Ordiclasse : http://localhost:${port}/${withoutExcel}  (Ctrl + C : fin)`);
      },
    },
  };
};

/**
 * The certificate of `npm run certificate`, if this computer trusts it and it has not run out; else webpack-dev-server signs one by itself.
 */
async function developmentCertificate() {
  const { CertificateStatus, getCaCertificateStatus, getHttpsServerOptions } = await import("office-addin-dev-certs");
  return getCaCertificateStatus().status === CertificateStatus.Installed ? getHttpsServerOptions() : {};
}

/** `--env base=https://…/`: the address of the folder that `dist` will be served from. */
function baseOf(asked = developmentBase) {
  const url = URL.canParse(asked) ? new URL(asked) : null;
  if (url?.protocol !== "https:" || url.search || url.hash)
    throw new Error(`--env base: l’adresse https d’un dossier, et non « ${asked} » (the https address of a folder)`);
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** `--env office=local`: Office.js is served beside the pages. */
function officeOf(asked) {
  if (asked === undefined) return hostedOffice;
  if (asked === "local") return localOffice;
  throw new Error(`--env office: « local », et non « ${asked} » (“local” is the only other place)`);
}

/** What the bench times, built as the command is, into a folder. */
const benchmarks = (mode, folder) => {
  const command = commandLine(mode);
  const scripts = ["ours", "parts", "floor", "floor-memory", "layouts-child"];
  const entry = Object.fromEntries(scripts.map((name) => [name, `./test/bench/${name}.ts`]));
  // No notices: what is timed is not given to anybody.
  const plugins = command.plugins.filter((plugin) => !(plugin instanceof Notices));
  return { ...command, name: "bench", entry, plugins, output: { ...command.output, path: folder } };
};

export default async (env, argv) => {
  const mode = argv.mode ?? "production";
  if (env.bench) return benchmarks(mode, env.bench);
  if (env.web) return servedPage(mode);
  const base = baseOf(env.base);
  const addin = addIn(mode, base, officeOf(env.office), { isRelease: env.release });
  if (env.WEBPACK_SERVE) {
    addin.devServer.server = { type: "https", options: await developmentCertificate() };
    return addin;
  }
  if (!env.release) addin.plugins.push(new NextSteps(base));
  return [addin, commandLine(mode)].map((one) => ({ ...one, stats: { all: false, errors: true, warnings: true } }));
};
