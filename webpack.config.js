import { fileURLToPath } from "node:url";

/** The command line as one file for Node, `dist/rebill.mjs`, with all it needs inside. */
export default {
  mode: "production",
  target: "node20",
  entry: { rebill: "./src/cli/main.ts" },
  experiments: { outputModule: true },
  output: {
    path: fileURLToPath(new URL("dist", import.meta.url)),
    filename: "[name].mjs",
    module: true,
    chunkFormat: "module",
    asyncChunks: false,
    clean: true,
  },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "ts-loader",
        // Types are held by `npm run types`.
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
    ],
  },
  // Nothing is downloaded: legible stack traces are worth more than bytes.
  optimization: { minimize: false },
  performance: { hints: false },
};
