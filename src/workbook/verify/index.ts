export { tellFinding, tellFindingAtPlace, tellVerification, type ToldVerification } from "./tell-verification";
export { verifyInSteps, type Verification } from "./verify-workbook";
