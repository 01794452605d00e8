import { payments } from './shop.ts';

export { counter } from './counter.ts';

export default { fetch: payments.handler };
