/** The communes and the EPCI of France, as `webpack/communes-of-france.js` reduces them. */
declare module "communes-of-france" {
  const france: import("./convention/france").FranceData;
  export default france;
}
