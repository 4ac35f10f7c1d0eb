package io.siyu.web.backtest;

import io.siyu.web.access.AllowedTo;
import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.access.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BacktestController {

    private final Backtesting backtesting;

    BacktestController(Backtesting backtesting) {
        this.backtesting = backtesting;
    }

    @PostMapping(path = "/api/backtest", consumes = MediaType.TEXT_PLAIN_VALUE)
    @AllowedToPrograms
    BacktestTold ask(@RequestBody String text, @RequestParam(defaultValue = "") String file) {
        return backtesting.of(text, file);
    }

    /** The same for the screens on which rules and campaigns are written. */
    @PostMapping("/rules/-/backtest")
    @AllowedTo({Role.RULE_AUTHOR, Role.MARKETER})
    BacktestTold askFrom(@RequestParam String text, @RequestParam(defaultValue = "") String file) {
        return backtesting.of(text, file);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail unfit(IllegalArgumentException unfit) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(unfit.getMessage()));
    }
}
