// hucre, n2words, @noble/hashes, preact and decimal.js' callers are ESM: jest on Node 20 needs them transformed to CommonJS.
export default {
  testEnvironment: "node",
  // No test asserts a time: a slow or busy machine only takes longer.
  testTimeout: 60_000,
  roots: ["<rootDir>/test"],
  transform: { "^.+\\.(m?[jt]s|tsx)$": ["ts-jest", { tsconfig: "tsconfig.jest.json" }] },
  transformIgnorePatterns: ["/node_modules/(?!(n2words|hucre|@noble|preact)/)"],
  moduleFileExtensions: ["ts", "tsx", "mts", "js", "mjs", "json", "node"],
};
