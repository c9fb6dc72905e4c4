/** The shapes of what the operator port answers, as the local cloud writes them. */
export type {
  CanAnswer,
  FaultAnswer,
  FaultOrder,
  FaultsAnswer,
  GroupAnswer,
  KeyUsage,
  LabClockAnswer,
  MailAnswer,
  MatrixAnswer,
  PlanAnswer,
  PolicyAnswer,
  RolesAnswer,
  StackAnswer,
  UsageAnswer,
  UserAnswer,
  UserPoolAnswer,
  UsersAnswer,
} from '../../../../local-cloud/src/operator/answers';
export type {
  StatementFacts,
  StepName,
  Trace,
  TraceStep,
} from '../../../../local-cloud/src/trace/trace';
