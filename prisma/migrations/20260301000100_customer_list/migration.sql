-- The list of customers over hundreds of thousands of rows. Each order that the list can be shown in has an index that
-- also holds what filters ask for and what row-level security asks for: a page deep inside is found without touching the
-- wide rows before it. bench/pages measures what this brings, and what it costs when a pass is stored.

-- No query of the product reads in this order.
DROP INDEX "customer_prediction_model_run_id_money_at_risk_idx";

CREATE INDEX "customer_prediction_value_idx" ON "customer_prediction"("shop_id", "model_run_id", "clv_12m", "customer_id", "alias", "segment", "leaving", "rescue_gain");
CREATE INDEX "customer_prediction_at_risk_idx" ON "customer_prediction"("shop_id", "model_run_id", "money_at_risk", "customer_id", "alias", "segment", "leaving");
CREATE INDEX "customer_prediction_returns_idx" ON "customer_prediction"("shop_id", "model_run_id", "p_buy_90", "customer_id", "alias", "segment", "leaving");
CREATE INDEX "customer_prediction_last_order_idx" ON "customer_prediction"("shop_id", "model_run_id", "last_order_day", "customer_id", "alias", "segment", "leaving");
CREATE INDEX "customer_prediction_orders_idx" ON "customer_prediction"("shop_id", "model_run_id", "orders_counted", "customer_id", "alias", "segment", "leaving");
-- Bytewise, so that a prefix is found under every collation of the database.
CREATE INDEX "customer_prediction_alias_idx" ON "customer_prediction"("shop_id", "model_run_id", "alias" COLLATE "C", "customer_id", "segment", "leaving");
-- For counting: many rows share an entry, so it is small.
CREATE INDEX "customer_prediction_segment_idx" ON "customer_prediction"("shop_id", "model_run_id", "segment", "leaving");
-- Only candidates for a rescue have a gain.
CREATE INDEX "customer_prediction_gain_idx" ON "customer_prediction"("shop_id", "model_run_id", "rescue_gain", "customer_id", "alias", "segment", "leaving") WHERE "rescue_gain" IS NOT NULL;
-- Value so far: who the shop's best customers were, silent ones among them. The columns that it is made of come along:
-- without them the server would look it up in the rows again.
CREATE INDEX "customer_prediction_past_value_idx" ON "customer_prediction"("shop_id", "model_run_id", ("orders_counted" * "monetary_value"), "customer_id") INCLUDE ("orders_counted", "monetary_value", "age_days", "recency_days");

-- A pass brings many rows at once. The server learns of them, and may answer from the indexes alone, once it has looked
-- at them: sooner than when a fifth of all shops' rows is new.
ALTER TABLE "customer_prediction" SET (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02
);
