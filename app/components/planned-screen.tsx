import { BlockStack, Button, Text } from '@shopify/polaris';
import { Panel } from './panel';
import { Screen } from './screen';

interface PlannedScreenProps {
  readonly title: string;
  readonly heading: string;
  readonly body: string;
  readonly will: { readonly title: string; readonly items: readonly string[] };
  readonly missing: { readonly title: string; readonly items: readonly string[] };
  readonly action: { readonly text: string; readonly url: string };
}

/** A screen whose numbers do not exist yet: what will be here and what is missing, without a placeholder figure. */
export function PlannedScreen({ title, heading, body, will, missing, action }: PlannedScreenProps) {
  return (
    <Screen title={title}>
      <Panel className="tm-decision">
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingLg">
            {heading}
          </Text>
          <p className="tm-prose">{body}</p>
          <Button url={action.url}>{action.text}</Button>
        </BlockStack>
      </Panel>
      <div className="tm-columns tm-columns--even">
        {[will, missing].map((list) => (
          <Panel key={list.title} title={list.title}>
            <ul className="tm-list">
              {list.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Panel>
        ))}
      </div>
    </Screen>
  );
}
