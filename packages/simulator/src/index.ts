export { createSimulator } from './simulator.ts';
export type { ServedSimulator, Simulator, SimulatorSettings } from './simulator.ts';
export { realClock, virtualClock } from './clock.ts';
export type { ClockTask, SimulatorClock } from './clock.ts';
export type {
  Accounts,
  BaseUrls,
  ClockView,
  Control,
  CustomerAct,
  Endpoints,
  NotificationWay,
  PaymentName,
  PaymentStory,
  PaymentView,
  Phase,
} from './control/control.ts';
export type { Acquirer } from './acquirer.ts';
export type { Send } from './send.ts';
export type { DeliveryAttempt, DeliveryVerdict } from './courier.ts';
export type {
  CallFault,
  ConnectionFault,
  Fault,
  FaultMoment,
  NotificationFault,
  ReplacedAnswer,
  ReturnFault,
  SpoiltAnswer,
} from './faults/fault.ts';
export type { BefallenFault, Faults } from './faults/plan.ts';
export type { PlannedFault } from './faults/rule.ts';
export type { Customer, Half, SandboxFetch } from './half.ts';
export type { RsaKeyPair } from './key-pair.ts';
export type { SimulatorState } from './state.ts';
export { StateFileError, readStateFile, writeStateFile } from './state-file.ts';
export type { ListenOptions } from './listen.ts';
export type { MerchantSettings } from './merchant-settings.ts';
export type { SimulatedPayment, SimulatedRefund } from './payments.ts';
export type { ReceivedRequest, SentAnswer } from './received-request.ts';
export type { SignatureCause, SignatureCheck } from './signature-check.ts';
export type { TimelineEvent, TimelineListener } from './timeline.ts';
export { signTestNotification } from './test-notifications.ts';
export type { TestPayment } from './test-payment.ts';
export type { SnapVariant } from './tampering.ts';
export type { DanaTestNotification } from './dana/test-notification.ts';
export type { BearerVariant as DokuBearerVariant } from './doku/test-bearer.ts';
export type { DokuTestNotification, DokuTestTokenRequest, DokuVariant } from './doku/test-notification.ts';
export type { FaspayTestNotification, FaspayVariant } from './faspay/test-notification.ts';
export { throwawayKeyPair } from './key-pair.ts';
export type { KeyOwner } from './throwaway-keys.ts';
export type { BindingDesk } from './dana/binding-page.ts';
export { checkDanaSignature } from './dana/diagnosis.ts';
export type { DanaSignedRequest, DanaSigner } from './dana/diagnosis.ts';
export type { DanaSandbox } from './dana/dana.ts';
export type { NotificationOverrides } from './dana/notification-body.ts';
export type { PayReturnStatus } from './dana/pay-return.ts';
export type { DanaCredentials, DanaSettings } from './dana/settings.ts';
export type { UnbindOverrides } from './dana/unbind-notify.ts';
export type {
  DokuAccountSettings,
  DokuCredentials,
  DokuCustomer,
  DokuEndpoints,
  DokuOperation,
  DokuRefundSettings,
  DokuSandbox,
  DokuSettings,
  NotificationOptions as DokuNotificationOptions,
  TransactionStatus as DokuTransactionStatus,
} from './doku/doku.ts';
export type { Forge as FaspayForge, Forgery as FaspayForgery } from './faspay/forgery.ts';
export type { NotificationFormat as FaspayNotificationFormat } from './faspay/notification.ts';
export type { FaspayRegistration } from './faspay/registration.ts';
export type { FaspayCustomer, FaspaySandbox } from './faspay/sandbox.ts';
export type { TestVerdict as FaspayTestVerdict } from './faspay/save-and-test.ts';
export type { FaspayCredentials, FaspaySettings } from './faspay/settings.ts';
export { checkDokuSignature, checkDokuTokenSignature } from './doku/diagnosis.ts';
export type { DokuSignedCall, DokuSigner, DokuTokenRequest } from './doku/diagnosis.ts';
export { checkFaspaySignature } from './faspay/diagnosis.ts';
export type { FaspaySignedValues } from './faspay/diagnosis.ts';
export { CannotDo } from './control/cannot-do.ts';
