from pipeline.compare.dates import days_between


def test_dates_that_are_no_dates_give_no_days() -> None:
    assert days_between("2021-02-30", "2021-03-01") is None
    assert days_between("hằng tháng", "2021-03-01") is None
    assert days_between("2021-03-01", "2021-02-01") == -28
