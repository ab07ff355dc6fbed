import { BlockStack, Button } from '@shopify/polaris';
import { Panel } from './panel';
import { Screen } from './screen';

interface MessageScreenProps {
  readonly title: string;
  readonly heading?: string;
  readonly body: string;
  readonly button: { readonly text: string; readonly url: string };
}

/** A screen that has nothing to show but a sentence and a way on. */
export function MessageScreen({ title, heading, body, button }: MessageScreenProps) {
  return (
    <Screen title={title}>
      <Panel {...(heading === undefined ? {} : { title: heading })} className="tm-decision">
        <BlockStack gap="400" inlineAlign="start">
          <p className="tm-prose">{body}</p>
          <Button variant="primary" url={button.url}>
            {button.text}
          </Button>
        </BlockStack>
      </Panel>
    </Screen>
  );
}
