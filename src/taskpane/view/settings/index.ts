// Loaded when the settings are first opened.
export { AllSettings } from "./settings";
