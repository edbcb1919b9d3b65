export {
  findingMessage,
  placedFindingMessage,
  reportVerification,
  type VerificationReport,
} from "./verification-report";
export { verifyInSteps, type Verification } from "./verify-workbook";
