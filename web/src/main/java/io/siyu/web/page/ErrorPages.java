package io.siyu.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Shows people a page where programs read a problem: a browser asks for HTML by name. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ErrorPages implements HandlerExceptionResolver {
    private static final String PROGRAMS = "/api/";

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        int status = status(fault);
        if (status == 0 || response.isCommitted() || !isPerson(request)) {
            return null;
        }
        try {
            response.sendError(status); // why: the container then asks for the one page of faults
        } catch (IOException gone) {
            throw new UncheckedIOException("The browser has gone.", gone);
        }
        return new ModelAndView();
    }

    private static int status(Exception fault) {
        if (fault instanceof ErrorResponse known) {
            return known.getStatusCode().value();
        }
        return fault instanceof TypeMismatchException ? HttpStatus.BAD_REQUEST.value() : 0;
    }

    private static boolean isPerson(HttpServletRequest request) {
        String wants = request.getHeader(HttpHeaders.ACCEPT);
        return wants != null
                && wants.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith(PROGRAMS);
    }
}
