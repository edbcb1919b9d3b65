// What webpack makes of a file that is not TypeScript.
declare module "*.css";
