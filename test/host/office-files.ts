import { resolve } from "node:path";

/** Folder of the shipped library; tests and benches run from the project's root. */
export const officeFiles = resolve("node_modules/@microsoft/office-js/dist");

/** Where pages ask for it. */
export const officeBase = "https://appsforoffice.microsoft.com/lib/1/hosted/";
