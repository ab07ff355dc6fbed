-- Second wall between shops. The first is that every function of app/data names its shop; this one holds when a query
-- forgets to. A transaction says for whom it works (set_config('app.shop_id', ..., true)); without that it sees nothing.
--
-- current_setting stands in a sub-select so that it is read once a query, not once a row. An unset setting is NULL, a
-- setting of an earlier transaction on the same connection is '': both see nothing. Garbage is an error.
-- FORCE: the owner of the tables is held by the policies too (a superuser never is; the product refuses to run as one).

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'customer', 'customer_tombstone', 'order', 'order_line', 'pending_change', 'webhook_event', 'connection', 'ad_spend',
    'pipeline_run', 'pipeline_step', 'model_run', 'customer_prediction', 'activity_log', 'compliance_receipt'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I
         USING (shop_id = (SELECT NULLIF(current_setting(''app.shop_id'', true), '''')::uuid))
         WITH CHECK (shop_id = (SELECT NULLIF(current_setting(''app.shop_id'', true), '''')::uuid))',
      tenant_table);
  END LOOP;
END $$;

-- The audit log has no policy to change or erase a row: it only grows.
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_read ON audit_log FOR SELECT
  USING (shop_id = (SELECT NULLIF(current_setting('app.shop_id', true), '')::uuid));
CREATE POLICY tenant_append ON audit_log FOR INSERT
  WITH CHECK (shop_id = (SELECT NULLIF(current_setting('app.shop_id', true), '')::uuid));

-- A shop is found by its domain before its id is known.
ALTER TABLE shop ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON shop
  USING (
    id = (SELECT NULLIF(current_setting('app.shop_id', true), '')::uuid)
    OR domain = (SELECT NULLIF(current_setting('app.shop_domain', true), ''))
  )
  WITH CHECK (
    id = (SELECT NULLIF(current_setting('app.shop_id', true), '')::uuid)
    OR domain = (SELECT NULLIF(current_setting('app.shop_domain', true), ''))
  );
-- The scheduler lists all shops; app/data/shops/list-active-shops.ts is the only place that opens this.
CREATE POLICY directory ON shop FOR SELECT
  USING ((SELECT current_setting('app.shop_directory', true)) = 'on');

-- A session is found by its own id, or by the domain of its shop.
ALTER TABLE shopify_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE shopify_session FORCE ROW LEVEL SECURITY;
CREATE POLICY holder ON shopify_session
  USING (
    id = (SELECT NULLIF(current_setting('app.session_id', true), ''))
    OR shop_domain = (SELECT NULLIF(current_setting('app.shop_domain', true), ''))
  )
  WITH CHECK (
    id = (SELECT NULLIF(current_setting('app.session_id', true), ''))
    OR shop_domain = (SELECT NULLIF(current_setting('app.shop_domain', true), ''))
  );

-- One pass over a shop at a time, whoever asks and however many ask at once.
CREATE UNIQUE INDEX pipeline_run_one_running ON pipeline_run (shop_id) WHERE status = 'running';
