import { customersEs } from './screens/customers-es';
import { dashboardEs } from './screens/dashboard-es';
import { frameEs } from './screens/frame-es';
import { sourcesEs } from './screens/sources-es';

export const screensEs = { ...frameEs, ...dashboardEs, ...customersEs, ...sourcesEs };
