import { customersEs } from './screens/customers-es';
import { dashboardEs } from './screens/dashboard-es';
import { frameEs } from './screens/frame-es';
import { recordEs } from './screens/record-es';
import { sourcesEs } from './screens/sources-es';
import { trustEs } from './screens/trust-es';

export const screensEs = {
  ...frameEs,
  ...dashboardEs,
  ...trustEs,
  ...customersEs,
  ...recordEs,
  ...sourcesEs,
};
