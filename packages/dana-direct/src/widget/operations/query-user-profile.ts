import * as v from 'valibot';
import type { Issue } from '@bayar/core';
import { doubtful, operation, refused, success, type CodeTable, type Operation, type Runtime } from '@bayar/core/kit';
import type { Settings } from '../../settings.ts';
import type { Binding } from '../binding.ts';
import { checkAccess } from '../binding-checks.ts';
import { requestHead } from '../open-api/protocol.ts';
import { profileResources, type Profile, type ProfileResource } from '../profile.ts';

/** A question about a bound customer. */
export interface ProfileQuestion {
  readonly binding: Binding;
  readonly resources: readonly ProfileResource[];
}

const NAME = 'dana.member.query.queryUserProfile';

const codes: CodeTable = {
  S: success,
  F: refused('other', 'DANA refused. It publishes no list of codes: the code names the reason.'),
  U: doubtful('acquirer-error'),
};

const response = v.object({
  response: v.object({
    body: v.object({ userResourceInfos: v.array(v.object({ resourceType: v.string(), value: v.string() })) }),
  }),
});

/**
 * Asks about a bound customer, through DANA's Open API.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/query-user-profile | DANA reference: Query User Profile}.
 */
export function queryUserProfile(
  settings: Settings,
  runtime: Required<Runtime>,
): Operation<ProfileQuestion, typeof response, Profile> {
  return operation({
    name: 'queryUserProfile',
    path: '/dana/member/query/queryUserProfile.htm',
    kind: 'read',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/query-user-profile',
    repeat: {},
    check: ({ binding, resources }) => [
      ...checkAccess(binding, settings, runtime.clock.now()),
      ...checkQuestion(resources, settings),
    ],
    encode: ({ binding, resources }) => ({
      head: { ...requestHead(NAME, settings, runtime), accessToken: binding.accessToken.expose() },
      body: { userResources: resources },
    }),
    codes,
    response,
    decode: (wire, { resources }) => {
      const told = wire.response.body.userResourceInfos;
      const asked = told.filter(({ resourceType }) => isAsked(resourceType, resources));
      return Object.fromEntries(asked.map(({ resourceType, value }) => [resourceType, value]));
    },
  });
}

function checkQuestion(resources: readonly string[], { widget }: Settings): readonly Issue[] {
  const field = 'resources';
  const known = resources.length > 0 && resources.every((resource) => isAsked(resource, profileResources));
  return [
    ...(known
      ? []
      : [{ field, rule: 'must name what to ask for.', fix: `Use some of: ${profileResources.join(', ')}.` }]),
    ...(widget.clientSecret === undefined
      ? [{ field: 'widget.clientSecret', rule: 'is missing from the settings.', fix: 'Copy it from the dashboard.' }]
      : []),
  ];
}

function isAsked(resource: string, resources: readonly string[]): boolean {
  return resources.includes(resource);
}
