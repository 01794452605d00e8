import * as gatewayModels from 'dana-node/payment_gateway/v1';
import * as widgetModels from 'dana-node/widget/v1';
import { describe, expect, it } from 'vitest';
import * as ours from '../src/vocabulary.ts';

const theirs: Readonly<Record<string, readonly string[]>> = {
  AcquirementStatus: Object.values(gatewayModels.StatusDetailAcquirementStatusEnum),
  ActorType: Object.values(gatewayModels.ActorContextActorTypeEnum),
  GrantType: [
    ...Object.values(widgetModels.ApplyTokenAuthorizationCodeRequestGrantTypeEnum),
    ...Object.values(widgetModels.ApplyTokenRefreshTokenRequestGrantTypeEnum),
  ],
  OrderTerminalType: Object.values(gatewayModels.EnvInfoOrderTerminalTypeEnum),
  PayMethod: Object.values(gatewayModels.PayOptionDetailPayMethodEnum),
  PayOption: Object.values(gatewayModels.PayOptionDetailPayOptionEnum),
  PromoType: Object.values(widgetModels.PaymentPromoInfoPromoTypeEnum),
  ResourceType: Object.values(widgetModels.UserResourceInfoResourceTypeEnum),
  ResultStatus: Object.values(widgetModels.ResultInfoResultStatusEnum),
  Scenario: [
    ...Object.values(gatewayModels.OrderApiObjectScenarioEnum),
    ...Object.values(gatewayModels.OrderRedirectObjectScenarioEnum),
  ],
  ServiceScenario: Object.values(widgetModels.ServiceInfoServiceScenarioEnum),
  ServiceType: Object.values(widgetModels.ServiceInfoServiceTypeEnum),
  SourcePlatform: Object.values(gatewayModels.EnvInfoSourcePlatformEnum),
  TerminalType: Object.values(gatewayModels.EnvInfoTerminalTypeEnum),
  Type: Object.values(gatewayModels.UrlParamTypeEnum),
};

describe("DANA's words", () => {
  it.each(Object.entries(theirs))('%s holds every word dana-node 1.5.11 knows', (name, words) => {
    const known = Object.entries(ours).find(([exported]) => exported === name)?.[1];
    expect(known).toEqual(expect.arrayContaining([...words]));
    expect(new Set(known as readonly string[]).size).toBe((known as readonly string[]).length);
  });
});
