package io.siyu.web.page;

import io.siyu.partition.StoreDownException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers 503 while the store is away, and breaks off an answer that has begun; the health endpoint says what is ill.
 */
@ControllerAdvice
class StoreDownAdvice {

    @ExceptionHandler(StoreDownException.class)
    void away(StoreDownException down, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw down;
        }
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
